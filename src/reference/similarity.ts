import type { SimilarityKernel } from "../kernels/similarity/similarity-of-sums.js";

/** The ratings of one row, by column. */
export type RowRatings = ReadonlyMap<number, number>;

/**
 * The similarity of two rows, written to be read: what the notebooks teach, and what judges the kernels. A distance d
 * counts as 1 / (1 + d). NaN where it is undefined. See `kernels/similarity-of-sums.ts` for the formulas.
 */
export function similarity(name: SimilarityKernel | "spearman", a: RowRatings, b: RowRatings): number {
  const common = [...a.keys()].filter((column) => b.has(column));
  const x = common.map((column) => a.get(column)!);
  const y = common.map((column) => b.get(column)!);
  const squaredDistance = sum(x.map((value, k) => (value - y[k]) ** 2));
  switch (name) {
    case "cosine":
      return dot(x, y) / (length([...a.values()]) * length([...b.values()]));
    case "cosine-common":
      return dot(x, y) / (length(x) * length(y));
    case "pearson":
      return correlation(x, y);
    case "spearman":
      return correlation(ranks(x), ranks(y));
    case "msd":
      return 1 / (1 + squaredDistance / common.length);
    case "euclidean":
      return 1 / (1 + Math.sqrt(squaredDistance));
    case "rmsd":
      return 1 / (1 + Math.sqrt(squaredDistance / common.length));
    case "jaccard":
      return common.length / (a.size + b.size - common.length);
    case "conditional":
      return common.length / a.size;
  }
}

/** How far both go up and down together: the cosine of what is left after each side's mean is taken off. */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [sum(x) / x.length, sum(y) / y.length];
  const [fromX, fromY] = [x.map((value) => value - meanX), y.map((value) => value - meanY)];
  const isFlat = (values: readonly number[]) => values.every((value) => value === values[0]);
  return isFlat(x) || isFlat(y) ? Number.NaN : dot(fromX, fromY) / (length(fromX) * length(fromY));
}

function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function dot(x: readonly number[], y: readonly number[]): number {
  return sum(x.map((value, k) => value * y[k]));
}

function length(values: readonly number[]): number {
  return Math.sqrt(dot(values, values));
}
