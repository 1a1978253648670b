const WARM_UP = 12;

/**
 * The generator sfc32 («small fast counter»): 32 random bits at a time, from three words of state
 * and a counter, which makes its period at least 2³². It passes PractRand and TestU01's BigCrush,
 * and is the fastest of those in JavaScript.
 *
 * Chris Doty-Humphrey, PractRand 0.94 (2018), `RNGs/sfc.cpp`.
 */
export class SmallFastCounter {
  #a = 0;
  #b: number;
  #c = 0;
  #counter = 1;

  /** @param seed a whole number from 0 to 2³² − 1 */
  constructor(seed: number) {
    this.#b = seed | 0;
    for (let i = 0; i < WARM_UP; i++) this.next();
  }

  /** The next 32 bits, as a whole number from 0 to 2³² − 1. */
  next(): number {
    const word = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + word) | 0;
    return word >>> 0;
  }
}
