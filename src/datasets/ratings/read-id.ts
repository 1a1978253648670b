import type { Id } from "../../ratings/id-index.js";
import { numberIfWhole } from "../../ratings/id-type.js";
import type { RecordReader } from "../records/record-reader.js";

const ZERO = 48;

/**
 * The trimmed id in a field of the current record: a number if it is a whole number in canonical
 * form ("17", "-3"), otherwise its text ("017", "1.0", "034545104X").
 */
export function readId(reader: RecordReader, field: number): Id {
  const value = wholeNumber(reader.bytes, reader.starts[field], reader.ends[field]);
  return value >= 0 ? value : toId(reader.text(field));
}

/** A text as an id, with the rule of {@link readId}. */
export function toId(text: string): Id {
  return numberIfWhole(text.trim());
}

/** The ids of another file that rows refer to: all numbers, or all texts. */
export interface KnownIds {
  /** The file that lists them, for errors. */
  readonly file: string;
  readonly ids: ReadonlySet<Id>;
}

/** Whether ids, all of one type, are texts. */
export function areTexts(ids: Iterable<Id>): boolean {
  const [first] = ids;
  return typeof first === "string";
}

/** All ids as texts if one of them is, so that no ISBN among ISBNs is a number. */
export function sameKind(ids: readonly Id[]): readonly Id[] {
  return ids.some((id) => typeof id === "string") ? ids.map(String) : ids;
}

/** The whole number in some bytes, without a sign or leading zeros; -1 if there is none. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  if (start === end || end - start > 15 || (bytes[start] === ZERO && end - start > 1)) return -1;
  let value = 0;
  for (let position = start; position < end; position++) {
    const digit = bytes[position] - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
