import type { RecordReader } from "../records/record-reader.js";
import { parseDate, parseNumber } from "./parse-number.js";

/** The first second of the year 0 and the last of 9999. Milliseconds since 1978 are outside. */
const FIRST_SECOND = -62_167_219_200;
const LAST_SECOND = 253_402_300_799;

/** Seconds since 1970, or why a field has none. */
export type Timestamp = { readonly seconds: number } | { readonly reason: string; readonly cure?: string };

/** The timestamp in a field of the current record: seconds since 1970, or an ISO 8601 date. */
export function readTimestamp(reader: RecordReader, field: number): Timestamp {
  const number = parseNumber(reader.bytes, reader.starts[field], reader.ends[field]);
  const seconds = Number.isNaN(number) ? parseDate(reader.text(field)) : number;
  if (seconds >= FIRST_SECOND && seconds <= LAST_SECOND) return { seconds };
  if (Number.isNaN(seconds)) {
    return { reason: "is neither seconds since 1970 nor a date like 1997-12-04T15:55:49" };
  }
  return {
    reason: "as seconds since 1970 is not between the years 0 and 9999",
    cure: "divide milliseconds by 1000",
  };
}
