import fc from "fast-check";
import { expect, test } from "vitest";
import { rowSplit } from "../../../src/evaluation/splits/row-split.js";
import { isInFileOrder, isPartition, madeUpRatings, text } from "../made-up-ratings.js";

test("rowSplit cuts the rows at one place", () => {
  fc.assert(
    fc.property(madeUpRatings, (ratings) => {
      const split = rowSplit(ratings, { testShare: 0.25 });
      expect(isPartition(split, ratings)).toBe(true);
      expect(isInFileOrder(split, ratings)).toBe(true);
      expect([...split.train, ...split.test].map(text)).toEqual([...ratings].map(text));
      expect(split.test.count).toBe(Math.ceil(0.25 * ratings.count));
    }),
  );
});
