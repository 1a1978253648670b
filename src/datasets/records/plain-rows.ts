import type { RatingScale } from "../../ratings/rating.js";

const BLOCK = 4096;
const POWERS = Float64Array.from({ length: 10 }, (_, exponent) => 10 ** exponent);
/** Digits that surely fit into 32 bits, and those of a timestamp up to the year 5138. */
const INT_DIGITS = 9;
const TIME_DIGITS = 11;
/** A row that starts this close to the last line break is not plain, so that four bytes can be looked at together. */
const MARGIN = 64;

/** Bytes as digits: 0 to 9 where they are one, more where they are none. */
const ZERO = 48;
const POINT = 46 ^ ZERO;
const RETURN = 13 ^ ZERO;
const NEWLINE = 10 ^ ZERO;

/** What plain rows look like. */
export interface PlainRowFormat {
  readonly separator: string;
  /** Whether a timestamp follows the rating. */
  readonly hasTimestamp: boolean;
  /** A rating outside of it is not plain. */
  readonly scale: RatingScale;
}

/**
 * The fast way through what nearly all rows of nearly all files are: `userId,itemId,rating,timestamp`, or without the
 * last, in digits, the rating with or without a point. Such rows are read in one go, a block at a time, each
 * byte once. The first row that is any different (a quote, a sign, a space, a leading zero, a rating outside
 * the scale) is left to the reader of records, which knows what is wrong with it, if anything is.
 *
 * It stands in for `RatingTable.readRecord`, the plain version, and comes to the same: a test reads all with both.
 */
export class PlainRows {
  /** The rows of the block. */
  readonly userIds = new Int32Array(BLOCK);
  readonly itemIds = new Int32Array(BLOCK);
  readonly values = new Float64Array(BLOCK);
  readonly timestamps = new Float64Array(BLOCK);
  /** Where each row starts in the bytes. */
  readonly starts = new Int32Array(BLOCK + 1);
  readonly #format: PlainRowFormat;
  #bytes: Uint8Array = new Uint8Array(0);
  #words: DataView = new DataView(new ArrayBuffer(0));
  #end = 0;

  constructor(format: PlainRowFormat) {
    this.#format = format;
  }

  /** Reads the plain rows at `start` into the block, as many as it holds; returns how many. The next one starts at `starts[count]`. */
  read(bytes: Uint8Array, start: number): number {
    if (bytes !== this.#bytes) this.#take(bytes);
    const { userIds, itemIds, values, timestamps, starts } = this;
    const { hasTimestamp, scale } = this.#format;
    const { min, max } = scale;
    const separator = this.#format.separator.charCodeAt(0) ^ ZERO;
    const step = this.#format.separator.length;
    const words = this.#words;
    const end = this.#end;
    let row = 0;
    starts[0] = start;
    for (let position = start; row < BLOCK && position < end; ) {
      let digit = bytes[position] ^ ZERO;
      if (digit === 0 || digit > 9) break;
      let userId = 0;
      const userStart = position;
      for (; digit <= 9; digit = bytes[++position] ^ ZERO) userId = (Math.imul(userId, 10) + digit) | 0;
      if (digit !== separator || position - userStart > INT_DIGITS) break;

      position += step;
      if ((bytes[position - 1] ^ ZERO) !== separator) break;
      digit = bytes[position] ^ ZERO;
      if (digit === 0 || digit > 9) break;
      let itemId = 0;
      const itemStart = position;
      for (; digit <= 9; digit = bytes[++position] ^ ZERO) itemId = (Math.imul(itemId, 10) + digit) | 0;
      if (digit !== separator || position - itemStart > INT_DIGITS) break;

      position += step;
      if ((bytes[position - 1] ^ ZERO) !== separator) break;
      digit = bytes[position] ^ ZERO;
      let digits = 0;
      let decimals = 0;
      const ratingStart = position;
      for (; digit <= 9; digit = bytes[++position] ^ ZERO) digits = (Math.imul(digits, 10) + digit) | 0;
      if (position === ratingStart) break;
      if (digit === POINT) {
        const point = position;
        digit = bytes[++position] ^ ZERO;
        for (; digit <= 9; digit = bytes[++position] ^ ZERO) digits = (Math.imul(digits, 10) + digit) | 0;
        decimals = position - point - 1;
      }
      if (position - ratingStart > INT_DIGITS) break;
      const value = decimals > 0 ? digits / POWERS[decimals] : digits;
      if (!(value >= min && value <= max)) break;

      if (hasTimestamp) {
        if (digit !== separator) break;
        position += step;
        if ((bytes[position - 1] ^ ZERO) !== separator) break;
        let seconds = 0;
        const timeStart = position;
        let word = words.getInt32(position, true);
        while (isFourDigits(word) && position - timeStart < TIME_DIGITS) {
          seconds = seconds * 10_000 + fourDigits(word);
          position += 4;
          word = words.getInt32(position, true);
        }
        digit = bytes[position] ^ ZERO;
        for (; digit <= 9; digit = bytes[++position] ^ ZERO) seconds = seconds * 10 + digit;
        if (position === timeStart || position - timeStart > TIME_DIGITS) break;
        timestamps[row] = seconds;
      }
      if (digit === RETURN) digit = bytes[++position] ^ ZERO;
      if (digit !== NEWLINE) break;

      userIds[row] = userId;
      itemIds[row] = itemId;
      values[row] = value;
      starts[++row] = ++position;
    }
    return row;
  }

  #take(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#end = bytes.lastIndexOf(NEWLINE ^ ZERO) - MARGIN;
  }
}

/** Whether four bytes are four digits, 0x30 to 0x39 each. */
function isFourDigits(word: number): boolean {
  const beyondNine = (word + 0x06060606) & 0xf0f0f0f0;
  return ((word & 0xf0f0f0f0) | (beyondNine >>> 4)) === 0x33333333;
}

/** The number that four digits spell, the first in the lowest byte: two pairs at once, then the two together. */
function fourDigits(word: number): number {
  const digits = word & 0x0f0f0f0f;
  const pairs = (Math.imul(digits, 10) + (digits >>> 8)) & 0x00ff00ff;
  return (Math.imul(pairs, 100) + (pairs >>> 16)) & 0xffff;
}
