/** Places start at a multiple of this: a cache line. */
const ALIGNMENT = 64;

/** The first bytes of a memory hold what threads tell one another; see session.ts. */
export const CONTROL_BYTES = 1024;

/**
 * Which arrays a job keeps where in its memory. A place is the number of bytes before it, which
 * kernels take as an argument.
 */
export class MemoryPlan {
  #bytes = CONTROL_BYTES;

  /** Bytes that the memory needs. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The place of an array of so many bytes, filled with 0. */
  reserve(bytes: number): number {
    const place = this.#bytes;
    this.#bytes += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return place;
  }

  float64(length: number): number {
    return this.reserve(8 * length);
  }

  float32(length: number): number {
    return this.reserve(4 * length);
  }

  int32(length: number): number {
    return this.reserve(4 * length);
  }
}
