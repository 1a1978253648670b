import { expect } from "vitest";
import { murmurHash } from "../../../src/math/murmur-hash.js";

export const PREFIX = 24;

/** What a buffer holds, ready to be forged. */
export function partsOf(bytes: ArrayBuffer) {
  const length = new Uint32Array(bytes, 12, 1)[0]!;
  const json = new TextDecoder().decode(new Uint8Array(bytes, PREFIX, length));
  return { json, arrays: new Uint8Array(bytes.slice(Math.ceil((PREFIX + length) / 8) * 8)) };
}

/**
 * A buffer with another header or other arrays, whose lengths and hash are right all the same: made
 * on purpose, not broken.
 */
export function forged(
  change: { json?: (json: string) => string; arrays?: (arrays: Uint8Array) => void },
  original: ArrayBuffer,
): ArrayBuffer {
  const { json, arrays } = partsOf(original);
  const changed = change.json?.(json) ?? json;
  if (change.json) expect(changed).not.toBe(json);
  change.arrays?.(arrays);
  const header = new TextEncoder().encode(changed);
  const start = Math.ceil((PREFIX + header.length) / 8) * 8;
  const bytes = new Uint8Array(start + arrays.length);
  bytes.set(new Uint8Array(original, 0, PREFIX));
  bytes.set(header, PREFIX);
  bytes.set(arrays, start);
  const hash = murmurHash(new Uint32Array(bytes.buffer, PREFIX), { seed: header.length });
  new Uint32Array(bytes.buffer, 12, 2).set([header.length, hash]);
  return bytes.buffer;
}
