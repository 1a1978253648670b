import { type Id, IdIndex } from "../ratings/id-index.js";
import type { RecordReader } from "./record-reader.js";

const LARGEST_IN_TABLE = 1 << 22;
const ZERO = 48;

/**
 * Numbers the ids of a column as they come. Whole numbers as one writes them are looked up in a table by
 * their value; anything else is a text. Where a column has any text id ("034545104X"), all of its ids are
 * texts in the end, so that an ISBN among ISBNs is never a number.
 */
export class IdColumn {
  readonly #ids: Id[] = [];
  readonly #indexes = new Map<Id, number>();
  #table = new Int32Array(1 << 10).fill(-1);
  #hasText = false;

  /** The index of the id in a field of the current record. */
  indexOf(reader: RecordReader, field: number): number {
    const value = wholeNumber(reader.bytes, reader.starts[field]!, reader.ends[field]!);
    if (value < 0) return this.#indexOfText(reader.text(field));
    if (value >= LARGEST_IN_TABLE) return this.#indexOfId(value);
    if (value >= this.#table.length) this.#growTable(value);
    const known = this.#table[value]!;
    if (known >= 0) return known;
    this.#table[value] = this.#ids.push(value) - 1;
    return this.#table[value]!;
  }

  /** The index of all ids that came. */
  toIndex(): IdIndex {
    return IdIndex.from(this.#hasText ? this.#ids.map(String) : this.#ids);
  }

  /** The id at an index, as far as is known by now. */
  idOf(index: number): Id {
    return this.#ids[index]!;
  }

  #indexOfText(text: string): number {
    const id = toId(text);
    if (typeof id === "string") this.#hasText = true;
    return this.#indexOfId(id);
  }

  #indexOfId(id: Id): number {
    const known = this.#indexes.get(id);
    if (known !== undefined) return known;
    const index = this.#ids.push(id) - 1;
    this.#indexes.set(id, index);
    return index;
  }

  #growTable(value: number): void {
    const grown = new Int32Array(Math.min(LARGEST_IN_TABLE, 2 ** Math.ceil(Math.log2(value + 1)))).fill(-1);
    grown.set(this.#table);
    this.#table = grown;
  }
}

/** A whole number where a text is one as one writes it ("17", "-3", not "017" or "1.0"), else the text. */
export function toId(text: string): Id {
  const value = Number(text);
  return Number.isSafeInteger(value) && String(value) === text ? value : text;
}

/** The whole number that bytes spell without a sign or leading zeros, -1 where they do not. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  if (start === end || end - start > 15 || (bytes[start] === ZERO && end - start > 1)) return -1;
  let value = 0;
  for (let position = start; position < end; position++) {
    const digit = bytes[position]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
