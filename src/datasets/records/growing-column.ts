type Column = Int32Array | Float64Array;

const FIRST_LENGTH = 1 << 16;

/**
 * A column of numbers of unknown final length. When it is full, it is reallocated at the expected
 * length, so that a good estimate avoids copies; pages that were never written take no memory.
 */
export class GrowingColumn<T extends Column> {
  readonly #make: (length: number) => T;
  readonly #expected: () => number;
  #values: T;
  #length = 0;

  /** @param expected the current estimate of the final length, NaN without one */
  constructor(make: (length: number) => T, expected: () => number = () => Number.NaN) {
    this.#make = make;
    this.#expected = expected;
    this.#values = make(0);
  }

  get length(): number {
    return this.#length;
  }

  /** The least value so far, ignoring NaN; NaN without any. O(length). */
  least(): number {
    let least = Number.NaN;
    for (let row = 0; row < this.#length; row++) {
      if (this.#values[row] < least || Number.isNaN(least)) least = this.#values[row];
    }
    return least;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#makeRoom(this.#length + 1);
    this.#values[this.#length++] = value;
  }

  append(values: T): void {
    const length = this.#length + values.length;
    if (length > this.#values.length) this.#makeRoom(length);
    this.#values.set(values, this.#length);
    this.#length = length;
  }

  /** The column as one array, copied if much room is unused. The column is empty afterwards. */
  pack(): T {
    const isFull = this.#length >= 0.75 * this.#values.length;
    const packed = this.#values[isFull ? "subarray" : "slice"](0, this.#length) as T;
    this.#values = this.#make(0);
    this.#length = 0;
    return packed;
  }

  #makeRoom(length: number): void {
    const expected = this.#expected();
    const wanted = expected >= length ? Math.ceil(expected) : Math.max(FIRST_LENGTH, 2 * this.#values.length);
    const roomier = this.#make(Math.max(length, wanted));
    roomier.set(this.#values);
    this.#values = roomier;
  }
}
