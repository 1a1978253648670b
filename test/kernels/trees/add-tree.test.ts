import fc from "fast-check";
import { expect, test } from "vitest";
import { addBinnedTree, addTree, type TreeNodes } from "../../../src/kernels/trees/add-tree.js";
import { leafValue, type TreeNode } from "../../../src/reference/boosted-trees.js";

test("follows each row to its leaf, from wherever the tree's root is", () => {
  // Another tree's leaf, then: x ≤ 2, NaN left, to −1; else y ≤ 0, NaN right, to 5 or 7.
  const nodes = {
    features: Int32Array.of(-1, 0, -1, 1, -1, -1),
    numbers: Float64Array.of(100, 2, -1, 0, 5, 7),
    lefts: Int32Array.of(0, 1, 0, 3, 0, 0),
    nanLefts: Int32Array.of(0, 1, 0, 0, 0, 0),
  };
  const rows = { values: Float64Array.of(2, 9, 3, 0, 3, 1, Number.NaN, 0, 3, Number.NaN), width: 2 };
  const into = Float64Array.of(10, 10, 10, 10, 10);
  addTree(rows, Int32Array.of(0, 1, 2, 3, 4), nodes, 1, into);
  expect([...into]).toEqual([9, 15, 17, 9, 17]);
  addTree(rows, Int32Array.of(4), nodes, 0, into);
  expect([...into]).toEqual([9, 15, 17, 9, 117]);
});

const { tree } = fc.letrec<{ tree: TreeNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({ value: fc.integer({ min: -5, max: 5 }) }),
    fc.record({
      feature: fc.nat({ max: 1 }),
      threshold: fc.constantFrom(-1, 0, 1, Infinity),
      isNanLeft: fc.boolean(),
      left: tie("tree"),
      right: tie("tree"),
    }),
  ),
}));

/** The nodes of a tree breadth first, so that siblings are neighbours. */
function nodesOf(root: TreeNode): TreeNodes {
  const nodes = [root];
  const lefts: number[] = [];
  for (const node of nodes) {
    lefts.push("value" in node ? 0 : nodes.length);
    if (!("value" in node)) nodes.push(node.left, node.right);
  }
  return {
    features: Int32Array.from(nodes, (node) => ("value" in node ? -1 : node.feature)),
    numbers: Float64Array.from(nodes, (node) => ("value" in node ? node.value : node.threshold)),
    lefts: Int32Array.from(lefts),
    nanLefts: Int32Array.from(nodes, (node) => ("value" in node || !node.isNanLeft ? 0 : 1)),
  };
}

test("adds the leaf's value of the reference implementation", () => {
  const value = fc.constantFrom(-2, -1, 0, 0.5, 1, 3, Number.NaN, Infinity, -Infinity);
  fc.assert(
    fc.property(tree, fc.array(fc.tuple(value, value), { minLength: 1 }), (root, rows) => {
      const into = new Float64Array(rows.length);
      const table = { values: Float64Array.from(rows.flat()), width: 2 };
      addTree(table, Int32Array.from(rows.keys()), nodesOf(root), 0, into);
      expect([...into]).toEqual(rows.map((row) => leafValue(root, row) + 0));
    }),
  );
});

test("gives binned rows what it gives their features", () => {
  // Bins of the thresholds −1, 0, 1 and Infinity.
  const thresholds = [-1, 0, 1, Infinity];
  const binOf = (value: number) =>
    Number.isNaN(value) ? 255 : thresholds.findIndex((threshold) => value <= threshold);
  const value = fc.constantFrom(-2, -1, 0, 0.5, 1, 3, Number.NaN, Infinity, -Infinity);
  fc.assert(
    fc.property(tree, fc.array(fc.tuple(value, value), { minLength: 1 }), (root, rows) => {
      const nodes = nodesOf(root);
      const lastBins = Int32Array.from(nodes.numbers, (number) => thresholds.indexOf(number));
      const all = Int32Array.from(rows.keys());
      const [plain, binned] = [new Float64Array(rows.length), new Float64Array(rows.length)];
      addTree({ values: Float64Array.from(rows.flat()), width: 2 }, all, nodes, 0, plain);
      const bins = Uint8Array.from(rows.flat(), binOf);
      addBinnedTree({ bins, width: 2 }, all, { ...nodes, lastBins }, binned);
      expect(binned).toEqual(plain);
    }),
  );
});
