import { sum } from "../math/sum.js";

/** The features of one row; NaN where one is unknown. */
export type FeatureRow = readonly number[];

/** Rows go left where their feature is at most the threshold, or is NaN and NaN goes left. */
export interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly isNanLeft: boolean;
}

/** The places of rows on both sides of a split. */
export interface Sides {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** A node of a tree: a leaf with its value, or a split with its two children. */
export type TreeNode =
  | { readonly value: number }
  | (Split & { readonly left: TreeNode; readonly right: TreeNode });

/** How {@link growTree} grows a tree. */
export interface GrowTreeOptions {
  /** Splits between the root and a leaf, at most. */
  readonly depth: number;
  /** Rows of a leaf, at least. */
  readonly minRows: number;
  /** λ in the value of a leaf, Σ residuals / (rows + λ). */
  readonly regularization: number;
}

/** How {@link boostTrees} fits. */
export interface BoostOptions extends GrowTreeOptions {
  /** Number of trees. */
  readonly trees: number;
  /** Share of its prediction that each tree adds. */
  readonly learningRate: number;
}

/**
 * Gradient boosting: start from the mean of the targets; again and again, grow a tree on the
 * residuals, and add a share of its prediction,
 *
 *     prediction = mean + learningRate × Σ over trees of the value of the row's leaf
 *
 * Gives the function from a row to its prediction. Reference for `BoostedTrees`.
 */
export function boostTrees(
  rows: readonly FeatureRow[],
  targets: readonly number[],
  { trees: treeCount, learningRate, ...options }: BoostOptions,
): (row: FeatureRow) => number {
  const mean = sum(targets) / targets.length;
  const trees: TreeNode[] = [];
  const predict = (row: FeatureRow) => mean + learningRate * sum(trees.map((tree) => leafValue(tree, row)));
  for (let done = 0; done < treeCount; done++) {
    const residuals = rows.map((row, k) => targets[k] - predict(row));
    trees.push(growTree(rows, residuals, options));
  }
  return predict;
}

/**
 * A regression tree for residuals: splits the rows where that lowers the squared error most, and
 * each side in the same way, until no split is left. The value of a leaf is Σ residuals / (rows +
 * λ).
 */
export function growTree(
  rows: readonly FeatureRow[],
  residuals: readonly number[],
  options: GrowTreeOptions,
): TreeNode {
  const { depth, regularization } = options;
  const best = depth > 0 ? bestSplit(rows, residuals, options) : undefined;
  if (!best) return { value: sum(residuals) / (rows.length + regularization) };
  const { left, right } = splitRows(rows, best);
  const grow = (side: readonly number[]) =>
    growTree(
      side.map((k) => rows[k]),
      side.map((k) => residuals[k]),
      { ...options, depth: depth - 1 },
    );
  const { feature, threshold, isNanLeft } = best;
  return { feature, threshold, isNanLeft, left: grow(left), right: grow(right) };
}

/**
 * The split that lowers the squared error most. With G the sum of some rows' residuals and n their
 * number, L and R the two sides,
 *
 *     gain = G_L² / (n_L + λ) + G_R² / (n_R + λ) − G² / (n + λ)
 *
 * Undefined where no split with `minRows` rows on each side has a gain.
 * Reference for `kernels/trees/best-split.ts`.
 */
export function bestSplit(
  rows: readonly FeatureRow[],
  residuals: readonly number[],
  { minRows, regularization }: Omit<GrowTreeOptions, "depth">,
): (Split & { readonly gain: number }) | undefined {
  const score = (side: readonly number[]) =>
    sum(side.map((k) => residuals[k])) ** 2 / (side.length + regularization);
  const unsplit = score([...rows.keys()]);
  let best: (Split & { gain: number }) | undefined;
  for (const split of splitsOf(rows)) {
    const { left, right } = splitRows(rows, split);
    if (left.length < minRows || right.length < minRows) continue;
    const gain = score(left) + score(right) - unsplit;
    if (gain > (best?.gain ?? 1e-12)) best = { ...split, gain };
  }
  return best;
}

/**
 * The places of the rows on each side, in their order. Reference for `kernels/trees/split-rows.ts`.
 */
export function splitRows(rows: readonly FeatureRow[], split: Split): Sides {
  const places = [...rows.keys()];
  return {
    left: places.filter((k) => goesLeft(rows[k], split)),
    right: places.filter((k) => !goesLeft(rows[k], split)),
  };
}

/** The value of the leaf that a row gets to. Reference for `kernels/trees/add-tree.ts`. */
export function leafValue(tree: TreeNode, row: FeatureRow): number {
  if ("value" in tree) return tree.value;
  return leafValue(goesLeft(row, tree) ? tree.left : tree.right, row);
}

function goesLeft(row: FeatureRow, { feature, threshold, isNanLeft }: Split): boolean {
  const value = row[feature];
  return Number.isNaN(value) ? isNanLeft : value <= threshold;
}

/**
 * All splits of rows: for each feature, thresholds halfway between two neighbouring values, and
 * Infinity, where all numbers go left; each with NaN on the right and on the left.
 */
function splitsOf(rows: readonly FeatureRow[]): Split[] {
  const splits: Split[] = [];
  for (const feature of rows[0].keys()) {
    const known = rows.map((row) => row[feature]).filter((value) => !Number.isNaN(value));
    const values = [...new Set(known)].sort((a, b) => a - b);
    const between = values.slice(1).map((value, k) => (values[k] + value) / 2);
    for (const threshold of [...between, Number.POSITIVE_INFINITY]) {
      for (const isNanLeft of [false, true]) splits.push({ feature, threshold, isNanLeft });
    }
  }
  return splits;
}
