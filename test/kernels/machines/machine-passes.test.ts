import fc from "fast-check";
import { expect, test } from "vitest";
import { drawFactor } from "../../../src/kernels/machines/draw-columns.js";
import { columnsFrom, openMachinePasses } from "../../../src/kernels/machines/machine-passes.js";
import { addProducts, addToTotals } from "../../../src/kernels/machines/row-products.js";
import { sumOverRatings, updateRatings } from "../../../src/kernels/machines/row-sums.js";
import { sparse, tableOf } from "../../sparse/matrices.js";
import { arraysOf, blockCases } from "./block-case.js";

test("the passes of two blocks are the kernels, one after the other", () => {
  fc.assert(
    fc.property(blockCases, (each) => {
      const { prior } = each;
      const [{ residuals, totals }, plain] = [arraysOf(each), arraysOf(each)];
      const blocks = [arraysOf(each), arraysOf(each)];
      const expected = [arraysOf(each), arraysOf(each)];
      const passes = openMachinePasses({ residuals, totals, blocks });
      passes.writeTotals();
      plain.totals.fill(0);
      for (const block of expected) addToTotals(block.rowOfRating, block.rows, plain.totals);
      passes.overRatings(-1, 0);
      passes.overRatings(0, 1);
      for (const [k, { rowOfRating, rows, columns, values, normals }] of expected.entries()) {
        if (k > 0) {
          const before = expected[k - 1]!;
          updateRatings(before.rowOfRating, plain.residuals, plain.totals, before.rows);
        }
        sumOverRatings(rowOfRating, plain.residuals, plain.totals, rows);
        if (k === 0) continue;
        const drawn = values.slice();
        drawFactor(columns, rows, prior, drawn, normals);
        passes.drawFactor(k, { first: 0, normals, ...prior }, values);
        expect(values).toEqual(drawn);
        addProducts(columns, drawn, rows);
        passes.addProducts(k, drawn);
      }
      passes.overRatings(1, -1);
      updateRatings(expected[1]!.rowOfRating, plain.residuals, plain.totals, expected[1]!.rows);
      expect([residuals, totals]).toEqual([plain.residuals, plain.totals]);
      expect(blocks.map(({ rows }) => rows)).toEqual(expected.map(({ rows }) => rows));
    }),
  );
});

test("columnsFrom has some rows of a matrix", () => {
  const columns = sparse([
    [1, 0],
    [0, 2],
    [3, 4],
    [5, 0],
  ]);
  expect(tableOf(columnsFrom(columns, 1, 2))).toEqual([
    [0, 2],
    [3, 4],
  ]);
});
