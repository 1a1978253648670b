import { murmurHash } from "../../math/murmur-hash.js";

export const MAGIC = "reelbook";
export const VERSION = 1;
/** The word, version, length of the header, hash, and four bytes of padding. */
export const PREFIX = MAGIC.length + 16;

/** A hash of the header's length and of all that follows the prefix. */
export function hashOf(buffer: ArrayBufferLike, headerLength: number): number {
  return murmurHash(new Uint32Array(buffer, PREFIX), { seed: headerLength });
}
