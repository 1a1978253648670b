import { expect, test } from "vitest";
import { type MachinePasses, openMachinePasses } from "../../../../src/kernels/machines/machine-passes.js";
import { openMachinePassesOn } from "../../../../src/kernels/wasm/machines/machine-passes.js";
import { random } from "../../../../src/math/random.js";
import { historyBlock } from "../../../../src/models/machines/history-block.js";
import { blockRows } from "../../../../src/models/machines/relation-block.js";
import { simulateRatings } from "../../../../src/ratings/simulation/simulator.js";
import { transpose } from "../../../../src/sparse/transpose.js";
import { countingRuntime, runtimes } from "../on-threads.js";

const { byUser, byItem, userIndices, itemIndices, values } = simulateRatings({
  users: 61,
  items: 47,
  count: 900,
  seed: 3,
});

function dataOf() {
  const blocks = [
    { features: historyBlock(byUser, "user").features, rowOfRating: userIndices },
    { features: historyBlock(byItem, "item", 50).features, rowOfRating: itemIndices },
  ];
  return {
    residuals: values.slice(),
    totals: new Float64Array(values.length).fill(9),
    blocks: blocks.map(({ features, rowOfRating }) => ({
      rowOfRating,
      rows: blockRows(features.rowCount, rowOfRating),
      columns: transpose(features),
    })),
  };
}

/** All numbers after two sweeps over one factor, whose columns are drawn in two groups. */
function swept({ data, ...passes }: MachinePasses) {
  const draws = random({ seed: 2 });
  const drawn = data.blocks.map(({ columns }) =>
    new Float64Array(columns.rowCount).map(() => 0.1 * draws.normal()),
  );
  for (const noise of [1.5, 2]) {
    for (const [block, own] of drawn.entries()) passes.addProducts(block, own);
    passes.writeTotals();
    for (const [block, own] of drawn.entries()) {
      passes.overRatings(block - 1, block);
      for (const [first, end] of [
        [0, 40],
        [40, own.length],
      ] as const) {
        const normals = new Float64Array(end - first).map(() => draws.normal());
        const prior = { mean: 0.1, precision: 3, noise };
        passes.drawFactor(block, { first, normals, ...prior }, own.subarray(first, end));
      }
    }
    passes.overRatings(1, -1);
  }
  const { residuals, totals, blocks } = data;
  return [...drawn, residuals, totals, ...blocks.map(({ rows }) => rows)].map((each) => [...each]);
}

test("the passes have the bits of the plain kernels", () => {
  const expected = swept(openMachinePasses(dataOf()));
  expect(expected.flat().every(Number.isFinite)).toBe(true);
  for (const runtime of runtimes) expect(swept(openMachinePassesOn(runtime)(dataOf()))).toEqual(expected);
});

test("the given arrays stay as they are; few ratings are left to the plain kernels", () => {
  const data = dataOf();
  swept(openMachinePassesOn(runtimes[0]!)(data));
  expect(data).toEqual(dataOf());
  const { runtime, opened } = countingRuntime();
  expect(openMachinePassesOn(runtime)(data).data).toBe(data);
  expect(opened()).toBe(0);
});
