import fc from "fast-check";
import { expect, test } from "vitest";
import { addCommonDots } from "../../../src/kernels/similarity/common-dots.js";
import { addCommonSums } from "../../../src/kernels/similarity/common-sums.js";
import { rowOf } from "../../../src/sparse/row-of.js";
import { madeUpRatings } from "../../evaluation/made-up-ratings.js";

test("adds the dot products that common sums are, to what is there", () => {
  fc.assert(
    fc.property(madeUpRatings, ({ byUser, byItem }) => {
      const [dots, sums] = [
        new Float64Array(byUser.rowCount).fill(1),
        new Float64Array(byUser.rowCount).fill(1),
      ];
      const row = rowOf(byUser, 0);
      addCommonDots(row, byItem, dots);
      addCommonSums("dots", row, byItem, byItem.starts, sums);
      expect(dots).toEqual(sums);
      let own = 1;
      for (const value of row.values) own += value * value;
      expect(dots[0]).toBeCloseTo(own, 9);
    }),
  );
});
