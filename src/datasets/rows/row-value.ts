import type { Id } from "../../ratings/id-index.js";
import { type IdType, numberIfWhole } from "../../ratings/id-type.js";
import { parseDate, parseNumber } from "../ratings/parse-number.js";
import { timestampOf } from "../ratings/read-timestamp.js";
import { hasControlCharacter } from "../records/control-characters.js";

/** Makes the error for a value from a reason, and from what to do where that is special. */
export type Fail = (reason: string, cure?: string) => Error;

const encoder = new TextEncoder();

/** The id that a value is: a whole number, or a trimmed text without control characters. */
export function idOf(value: unknown, type: IdType | undefined, fail: Fail): Id {
  if (value === undefined) throw fail("the row has no value");
  const id = typeof value === "bigint" ? numberIfWhole(String(value)) : value;
  if (Number.isSafeInteger(id)) return id as number;
  if (typeof id !== "string" || id.trim() === "") throw fail("is neither a whole number nor a text");
  const text = id.trim();
  if (hasControlCharacter(text)) throw fail("contains a line break or an invisible character");
  if (type === "number" && typeof numberIfWhole(text) === "string") throw fail("is not a whole number");
  return text;
}

/** The finite number that a value is, or that a text writes. */
export function numberOf(value: unknown, fail: Fail): number {
  const number = anyNumberOf(value);
  if (Number.isFinite(number)) return number;
  throw value === undefined ? fail("the row has no value") : fail("is not a finite number");
}

/** Seconds since 1970 of a number of them, a Date, or a text of either; NaN for no value. */
export function secondsOf(value: unknown, fail: Fail): number {
  if (value === undefined || value === "") return Number.NaN;
  const number = value instanceof Date ? value.getTime() / 1000 : anyNumberOf(value);
  const isDate = Number.isNaN(number) && typeof value === "string";
  const time = timestampOf(isDate ? parseDate(value) : number);
  if ("seconds" in time) return time.seconds;
  throw fail(time.reason, time.cure);
}

/** The name that a value is, such as that of an event. */
export function nameOf(value: unknown, fail: Fail): string {
  if (value === undefined) throw fail("the row has no value");
  if (typeof value !== "object") return String(value);
  throw fail("is not a name");
}

function anyNumberOf(value: unknown): number {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return value;
  if (typeof value !== "string") return Number.NaN;
  const bytes = encoder.encode(value);
  return parseNumber(bytes, 0, bytes.length);
}
