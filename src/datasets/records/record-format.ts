import { oneOf } from "../../settings/checks.js";
import type { Encoding } from "./text-source.js";

const SEPARATORS = [",", ";", "\t", "|", "::"] as const;
const ENCODINGS: readonly Encoding[] = ["utf-8", "latin1"];

export type Separator = (typeof SEPARATORS)[number];

/** How a text is split into records and fields. */
export interface RecordFormat {
  readonly separator: Separator;
  /** Whether fields may be in double quotes, with quotes inside doubled: true for CSV. */
  readonly quotes: boolean;
  /** @default "utf-8" */
  readonly encoding?: Encoding;
}

/** A format with a known separator and encoding; otherwise a RangeError. */
export function checkedRecordFormat<T extends RecordFormat>(format: T): T {
  const { separator, encoding = "utf-8" } = format;
  oneOf(SEPARATORS, { separator });
  oneOf(ENCODINGS, { encoding });
  return format;
}
