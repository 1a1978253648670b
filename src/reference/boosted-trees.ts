import { sum } from "../math/sum.js";

/** A node of a tree: a leaf says something, another one asks. */
export type TreeNode =
  | { readonly says: number }
  | {
      readonly feature: number;
      /** Rows up to it go left. */
      readonly threshold: number;
      readonly isNanLeft: boolean;
      readonly left: TreeNode;
      readonly right: TreeNode;
    };

/** How {@link growTree} grows. */
export interface GrowTreeOptions {
  /** How many questions lie between root and leaf at most. */
  readonly depth: number;
  /** How many rows a leaf has at least. */
  readonly minRows: number;
  /** How strongly a leaf's answer is pulled to 0, in rows. */
  readonly regularization: number;
}

/**
 * Gradient boosting in its plainest form: start from the mean; again and again, grow a tree on what is left unexplained, and add a part of what
 * it says. Gives a function from a row to its prediction. Reference for `BoostedTrees`.
 */
export function boostTrees(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  { trees: treeCount, learningRate, ...options }: GrowTreeOptions & { trees: number; learningRate: number },
): (row: readonly number[]) => number {
  const mean = sum(targets) / targets.length;
  const trees: TreeNode[] = [];
  const predict = (row: readonly number[]) =>
    mean + learningRate * sum(trees.map((tree) => answer(tree, row)));
  for (let done = 0; done < treeCount; done++) {
    const residuals = rows.map((row, k) => targets[k] - predict(row));
    trees.push(growTree(rows, residuals, options));
  }
  return predict;
}

/**
 * A tree that explains residuals: of every border between two values of every feature, with NaN on either side, the one that
 *
 *     (Σ left)² / (rows left + regularization) + (Σ right)² / (rows right + regularization)
 *
 * makes largest, if it is larger than unsplit; then each side in the same way. A leaf says Σ residuals / (rows + regularization).
 */
export function growTree(
  rows: readonly (readonly number[])[],
  residuals: readonly number[],
  options: GrowTreeOptions,
): TreeNode {
  const { depth, minRows, regularization } = options;
  const score = (of: readonly number[]) =>
    sum(of.map((k) => residuals[k])) ** 2 / (of.length + regularization);
  const all = [...rows.keys()];
  let best = { gain: 1e-12, feature: -1, threshold: 0, isNanLeft: false, left: all, right: all };
  for (const { feature, threshold, isNanLeft } of depth > 0 ? questions(rows) : []) {
    const left = all.filter((k) => goesLeft(rows[k][feature], threshold, isNanLeft));
    const right = all.filter((k) => !left.includes(k));
    if (left.length < minRows || right.length < minRows) continue;
    const gain = score(left) + score(right) - score(all);
    if (gain > best.gain) best = { gain, feature, threshold, isNanLeft, left, right };
  }
  if (best.feature < 0) return { says: sum(residuals) / (rows.length + regularization) };
  const grow = (of: readonly number[]) =>
    growTree(
      of.map((k) => rows[k]),
      of.map((k) => residuals[k]),
      { ...options, depth: depth - 1 },
    );
  const { feature, threshold, isNanLeft, left, right } = best;
  return { feature, threshold, isNanLeft, left: grow(left), right: grow(right) };
}

/** What a tree says of a row. */
export function answer(tree: TreeNode, row: readonly number[]): number {
  if ("says" in tree) return tree.says;
  const { feature, threshold, isNanLeft, left, right } = tree;
  return answer(goesLeft(row[feature], threshold, isNanLeft) ? left : right, row);
}

function goesLeft(value: number, threshold: number, isNanLeft: boolean): boolean {
  return Number.isNaN(value) ? isNanLeft : value <= threshold;
}

/** Every threshold halfway between neighbours, and beyond the last value, where only NaN goes right. */
function* questions(rows: readonly (readonly number[])[]) {
  for (let feature = 0; feature < rows[0].length; feature++) {
    const values = [...new Set(rows.map((row) => row[feature]))].filter((value) => !Number.isNaN(value));
    values.sort((a, b) => a - b);
    const thresholds = values.map((value, k) =>
      k + 1 < values.length ? (value + values[k + 1]) / 2 : Infinity,
    );
    for (const isNanLeft of [false, true]) {
      for (const threshold of thresholds) yield { feature, threshold, isNanLeft };
    }
  }
}
