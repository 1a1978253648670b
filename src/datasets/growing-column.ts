type Column = Int32Array | Float64Array;

const CHUNK = 1 << 16;

/**
 * A column of numbers whose length is not known yet. It grows by chunks instead of by copies, and
 * lets go of them one by one when it is packed: what is held never exceeds the packed column by more than a chunk
 * while growing, and by the column itself while packing.
 */
export class GrowingColumn<T extends Column> {
  readonly #make: (length: number) => T;
  #chunks: T[] = [];
  #last: T;
  #used = CHUNK;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#last = make(0);
  }

  push(value: number): void {
    if (this.#used === CHUNK) {
      this.#last = this.#make(CHUNK);
      this.#chunks.push(this.#last);
      this.#used = 0;
    }
    this.#last[this.#used++] = value;
  }

  get length(): number {
    return Math.max(0, this.#chunks.length - 1) * CHUNK + (this.#chunks.length > 0 ? this.#used : 0);
  }

  /** The whole column as one array; this one is empty afterwards. */
  pack(): T {
    const packed = this.#make(this.length);
    this.#chunks.reverse();
    for (let start = 0; start < packed.length; start += CHUNK) {
      packed.set(this.#chunks.pop()!.subarray(0, packed.length - start), start);
    }
    this.#used = CHUNK;
    this.#last = this.#make(0);
    return packed;
  }
}
