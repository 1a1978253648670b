import fc from "fast-check";
import { expect, test } from "vitest";
import { findDuplicates } from "../../src/ratings/duplicates.js";

/** Looks each pair up among those before it: slow, and plainly right. */
function duplicatesOf(pairs: readonly (readonly [number, number])[]) {
  const same = (a: number, b: number) => pairs[a]![0] === pairs[b]![0] && pairs[a]![1] === pairs[b]![1];
  return pairs.flatMap((_, again) => {
    const first = pairs.findIndex((_, earlier) => same(earlier, again));
    return first < again ? [{ first, again }] : [];
  });
}

const find = (pairs: readonly (readonly [number, number])[]) =>
  findDuplicates(
    Int32Array.from(pairs, ([user]) => user),
    Int32Array.from(pairs, ([, item]) => item),
    { userCount: 6, itemCount: 6 },
  );

test("pairs that come again are found in row order, with the row that came first", () => {
  const pairs = [
    [1, 2],
    [0, 2],
    [1, 2],
    [1, 0],
    [0, 2],
    [1, 2],
  ] as const;
  expect(find(pairs)).toEqual([
    { first: 0, again: 2 },
    { first: 1, again: 4 },
    { first: 0, again: 5 },
  ]);
  expect(find([])).toEqual([]);
});

test("in any order of the rows, and user by user", () => {
  const index = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(fc.array(fc.tuple(index, index), { maxLength: 40 }), (pairs) => {
      expect(find(pairs)).toEqual(duplicatesOf(pairs));
      const sorted = pairs.toSorted(([a], [b]) => a - b);
      expect(find(sorted)).toEqual(duplicatesOf(sorted));
    }),
  );
});
