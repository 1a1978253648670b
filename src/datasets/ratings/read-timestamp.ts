import { isTimestamp } from "../../ratings/timestamp.js";
import type { RecordReader } from "../records/record-reader.js";
import { parseDate, parseNumber } from "./parse-number.js";

/** Seconds since 1970, or why a field has none. */
export type Timestamp = { readonly seconds: number } | { readonly reason: string; readonly cure?: string };

/** The timestamp in a field of the current record: seconds since 1970, or an ISO 8601 date. */
export function readTimestamp(reader: RecordReader, field: number): Timestamp {
  const number = parseNumber(reader.bytes, reader.starts[field], reader.ends[field]);
  return timestampOf(Number.isNaN(number) ? parseDate(reader.text(field)) : number);
}

/** A number of seconds as a timestamp, NaN for what is neither a number nor a date. */
export function timestampOf(seconds: number): Timestamp {
  if (isTimestamp(seconds)) return { seconds };
  if (Number.isNaN(seconds)) {
    return { reason: "is neither seconds since 1970 nor a date like 1997-12-04T15:55:49" };
  }
  return {
    reason: "as seconds since 1970 is not between the years 0 and 9999",
    cure: "divide milliseconds by 1000",
  };
}
