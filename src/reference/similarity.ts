import type { SimilarityKernel } from "../kernels/similarity/similarity-of-sums.js";

/** The ratings of one row, by column. */
export type RowRatings = ReadonlyMap<number, number>;

/**
 * Reference of `kernels/similarity`: the similarity of two rows a and b, from their ratings x and y
 * of the columns that both have. A distance d becomes 1 / (1 + d). NaN where undefined.
 */
export function similarity(name: SimilarityKernel | "spearman", a: RowRatings, b: RowRatings): number {
  const common = [...a.keys()].filter((column) => b.has(column));
  const x = common.map((column) => a.get(column)!);
  const y = common.map((column) => b.get(column)!);
  const squaredDistance = sum(x.map((value, k) => (value - y[k]) ** 2));
  switch (name) {
    case "cosine":
      return dot(x, y) / (norm([...a.values()]) * norm([...b.values()]));
    case "dot":
      return dot(x, y);
    case "cosine-common":
      return dot(x, y) / (norm(x) * norm(y));
    case "pearson":
      return correlation(x, y);
    case "spearman":
      return spearman(x, y);
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

/** Pearson's correlation: the cosine of the mean-centred values. NaN if one side is constant. */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const centred = (values: readonly number[]) => {
    const mean = sum(values) / values.length;
    return values.map((value) => value - mean);
  };
  const isConstant = (values: readonly number[]) => values.every((value) => value === values[0]);
  if (isConstant(x) || isConstant(y)) return Number.NaN;
  const [fromX, fromY] = [centred(x), centred(y)];
  return dot(fromX, fromY) / (norm(fromX) * norm(fromY));
}

/** Spearman's rank correlation: Pearson's correlation of the ranks. */
export function spearman(x: readonly number[], y: readonly number[]): number {
  return correlation(ranks(x), ranks(y));
}

/** The rank of each value, from 1; equal values get the mean of their ranks. */
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

function norm(values: readonly number[]): number {
  return Math.sqrt(dot(values, values));
}
