/** Writes whole numbers of at least 0 as bytes: seven bits each, the lowest first. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  write(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`${value} is not a whole number of at least 0, which bytes could hold`);
    let left = value;
    while (left >= 128) {
      this.#bytes.push((left % 128) + 128);
      left = Math.floor(left / 128);
    }
    this.#bytes.push(left);
  }

  /** As {@link write}, for any whole number: 0, -1, 1, -2 … become 0, 1, 2, 3 … */
  writeSigned(value: number): void {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
    this.write(value < 0 ? -2 * value - 1 : 2 * value);
  }

  append(bytes: Uint8Array): void {
    this.write(bytes.length);
    for (const byte of bytes) this.#bytes.push(byte);
  }

  finish(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what a {@link ByteWriter} wrote; a RangeError where the bytes end too early. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  read(): number {
    let value = 0;
    let place = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError("the file of ratings ends too early; reload the page");
      if (byte < 128) return value + byte * place;
      value += (byte - 128) * place;
      place *= 128;
    }
  }

  readSigned(): number {
    const value = this.read();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  take(): Uint8Array {
    const length = this.read();
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    if (taken.length < length) throw new RangeError("the file of ratings ends too early; reload the page");
    this.#at += length;
    return taken;
  }
}
