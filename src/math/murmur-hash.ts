/**
 * MurmurHash3 (x86, 32 bits) of whole 32-bit words: tells apart what differs by accident, a single
 * flipped bit always, and is no guard against intent. O(words), about a gigabyte a second.
 *
 * Source: Austin Appleby, MurmurHash3.cpp (SMHasher).
 */
export function murmurHash(words: Uint32Array, { seed = 0 } = {}): number {
  let hash = seed | 0;
  for (let index = 0; index < words.length; index++) {
    let word = Math.imul(words[index], 0xcc9e2d51);
    word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    hash ^= word;
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= words.byteLength;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
