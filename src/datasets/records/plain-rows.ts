import type { RatingScale } from "../../ratings/rating.js";

const BLOCK = 4096;
const POWERS = Float64Array.from({ length: 10 }, (_, exponent) => 10 ** exponent);
/** Most digits that always fit into 32 bits, and those of a timestamp up to the year 5138. */
const INT_DIGITS = 9;
const TIME_DIGITS = 11;
/** A row this close to the last line break is not plain, so that four bytes can be read at once. */
const MARGIN = 64;

/** XOR with it maps the bytes of digits to 0 to 9, and all others to more. */
const ZERO = 48;
const POINT = 46 ^ ZERO;
const RETURN = 13 ^ ZERO;
const NEWLINE = 10 ^ ZERO;

/** The format of plain rows. */
export interface PlainRowFormat {
  readonly separator: string;
  /** Whether a timestamp follows the rating. */
  readonly hasTimestamp: boolean;
  /** A rating outside the scale is not plain. */
  readonly scale: RatingScale;
}

/**
 * The fast parser of what nearly all rows are: `userId,itemId,rating,timestamp`, or without the
 * timestamp, in digits, the rating with or without a decimal point. It reads each byte once, a
 * block of rows at a time. It stops at the first row with anything else (a quote, a sign, a space,
 * a leading zero, a rating outside the scale), which the record reader then parses.
 *
 * The plain version is `RatingTable.readRecord`; a test compares both.
 */
export class PlainRows {
  /** The rows of the block. */
  readonly userIds = new Int32Array(BLOCK);
  readonly itemIds = new Int32Array(BLOCK);
  readonly values = new Float64Array(BLOCK);
  readonly timestamps = new Float64Array(BLOCK);
  /** The start of each row in the bytes. */
  readonly starts = new Int32Array(BLOCK + 1);
  readonly #format: PlainRowFormat;
  #bytes: Uint8Array = new Uint8Array(0);
  #words: DataView = new DataView(new ArrayBuffer(0));
  #end = 0;

  constructor(format: PlainRowFormat) {
    this.#format = format;
  }

  /**
   * Parses the plain rows at `start` into the block, as many as fit, and returns their number. The
   * next row starts at `starts[count]`.
   */
  read(bytes: Uint8Array, start: number): number {
    if (bytes !== this.#bytes) this.#setBytes(bytes);
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

  #setBytes(bytes: Uint8Array): void {
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

/** The number of four digits, the first in the lowest byte: two pairs at once, then both. */
function fourDigits(word: number): number {
  const digits = word & 0x0f0f0f0f;
  const pairs = (Math.imul(digits, 10) + (digits >>> 8)) & 0x00ff00ff;
  return (Math.imul(pairs, 100) + (pairs >>> 16)) & 0xffff;
}
