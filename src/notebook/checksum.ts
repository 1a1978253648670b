import { type PlainValue, plainValue } from "./tables/plain-value.js";

/**
 * Eight hexadecimal digits that identify an answer: FNV-1a, 32 bits, of its JSON with sorted keys
 * and numbers rounded to six significant digits. It hides the answer from readers, not from a
 * search.
 *
 * @throws TypeError for an answer that JSON cannot represent.
 * @example
 * checksum({ b: 1 / 3, a: 2 }) === checksum({ a: 2, b: 0.3333333 }); // true
 */
export function checksum(answer: unknown): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(canonical(plainValue(answer, "answer"))))) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function canonical(value: PlainValue): PlainValue {
  if (typeof value === "number") return Number(value.toPrecision(6));
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, field]) => [key, canonical(field)]));
}
