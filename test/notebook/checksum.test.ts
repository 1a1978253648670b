import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checksum } from "../../src/notebook/checksum.js";

describe("checksum", () => {
  test("is FNV-1a of the answer's JSON", () => {
    expect(checksum("a")).toBe(fnv1a('"a"'));
    expect(checksum([1, 2.5])).toBe(fnv1a("[1,2.5]"));
    expect(fnv1a("foobar")).toBe("bf9cf968"); // the authors' own test vector, isthe.com/chongo/tech/comp/fnv
  });

  test("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (answer) => {
        const reversed = Object.fromEntries(Object.entries(answer).reverse());
        expect(checksum(reversed)).toBe(checksum(answer));
      }),
    );
  });

  test("rounds numbers to six significant digits", () => {
    expect(checksum(1 / 3)).toBe(checksum(0.333333));
    expect(checksum(0)).toBe(checksum(-0));
    expect(checksum(0.33333)).not.toBe(checksum(0.333333));
  });

  test("tells different answers apart", () => {
    const answers = ["Heat", "heat", 5, "5", [5], { a: 5 }, true, [1, 2], [2, 1]];
    expect(new Set(answers.map(checksum)).size).toBe(answers.length);
  });

  test("is the same for a typed array and a list", () => {
    expect(checksum(Float64Array.of(1, 2))).toBe(checksum([1, 2]));
  });
});

/** FNV-1a in exact arithmetic, as its authors define it. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x01000193n) % 2n ** 32n;
  return hash.toString(16).padStart(8, "0");
}
