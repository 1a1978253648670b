const LENGTH = 624;
const MIDDLE = 397;
const UPPER_BIT = 0x80000000;
const TWIST = 0x9908b0df;

/**
 * The Mersenne Twister MT19937: 32 random bits at a time, from 624 words of state. Seeded as
 * NumPy's legacy `RandomState(seed)` is.
 *
 * Makoto Matsumoto and Takuji Nishimura, ACM Transactions on Modeling and Computer Simulation 8
 * (1998), 3–30; the seeding is `init_genrand` of their version of 2002.
 */
export class MersenneTwister {
  readonly #state = new Uint32Array(LENGTH);
  #position = LENGTH;

  /** @param seed a whole number from 0 to 2³² − 1 */
  constructor(seed: number) {
    const state = this.#state;
    state[0] = seed;
    for (let i = 1; i < LENGTH; i++) {
      const last = state[i - 1];
      state[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i;
    }
  }

  /** The next 32 bits, as a whole number from 0 to 2³² − 1. */
  next(): number {
    if (this.#position === LENGTH) this.#twist();
    let word = this.#state[this.#position++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  #twist(): void {
    const state = this.#state;
    for (let i = 0; i < LENGTH; i++) {
      const bits = (state[i] & UPPER_BIT) | (state[(i + 1) % LENGTH] & ~UPPER_BIT);
      state[i] = state[(i + MIDDLE) % LENGTH] ^ (bits >>> 1) ^ (bits & 1 ? TWIST : 0);
    }
    this.#position = 0;
  }
}
