import { expect, test } from "vitest";
import { murmurHash } from "../../../src/math/murmur-hash.js";
import { hashOf, MAGIC, PREFIX, VERSION } from "../../../src/models/saving/buffer-layout.js";

test("the prefix leaves the header and the arrays after it on a multiple of 8 bytes", () => {
  expect([MAGIC, VERSION, PREFIX]).toEqual(["reelbook", 1, 24]);
});

test("hashOf is the hash of the words after the prefix, and depends on the header's length", () => {
  const words = Uint32Array.of(1, 2, 3, 4, 5, 6, 70, 80);
  expect(hashOf(words.buffer, 9)).toBe(murmurHash(Uint32Array.of(70, 80), { seed: 9 }));
  expect(hashOf(words.buffer, 8)).not.toBe(hashOf(words.buffer, 9));
});

test("hashOf does not depend on the prefix, which holds the hash itself, and changes with any bit after it", () => {
  const words = new Uint32Array(8);
  const before = hashOf(words.buffer, 0);
  words.fill(7, 0, 6);
  expect(hashOf(words.buffer, 0)).toBe(before);
  for (const place of [6, 7]) {
    for (let bit = 0; bit < 32; bit++) {
      const changed = words.slice();
      changed[place]! ^= 1 << bit;
      expect(hashOf(changed.buffer, 0)).not.toBe(before);
    }
  }
});
