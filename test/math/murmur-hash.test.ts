import fc from "fast-check";
import { expect, test } from "vitest";
import { murmurHash } from "../../src/math/murmur-hash.js";

const words = (text: string) => new Uint32Array(new TextEncoder().encode(text).slice().buffer);

test("the hash is MurmurHash3's, as its implementations agree on it", () => {
  expect(murmurHash(words(""))).toBe(0);
  expect(murmurHash(words(""), { seed: 1 })).toBe(0x514e28b7);
  expect(murmurHash(words("test"))).toBe(0xba6bd213);
  expect(murmurHash(words("test"), { seed: 0x9747b28c })).toBe(0x704b81dc);
  expect(murmurHash(words("aaaa"), { seed: 0x9747b28c })).toBe(0x5a97808a);
});

test("one flipped bit is another hash", () => {
  const some = fc.uint32Array({ minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(some, fc.nat(), fc.integer({ min: 0, max: 31 }), (data, place, bit) => {
      const flipped = data.slice();
      flipped[place % data.length]! ^= 1 << bit;
      return murmurHash(flipped) !== murmurHash(data);
    }),
  );
});
