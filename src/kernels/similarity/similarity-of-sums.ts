import type { SumsName } from "./common-sums.js";

/**
 * Similarities of two rows. "adjusted-cosine" and "pearson-baseline" are "cosine-common" of centred
 * ratings.
 */
export type SimilarityKernel =
  | "cosine"
  | "dot"
  | "cosine-common"
  | "pearson"
  | "msd"
  | "euclidean"
  | "rmsd"
  | "jaccard"
  | "conditional";

/** The sums that each similarity is computed from. */
export const SUMS_OF: Readonly<Record<SimilarityKernel, SumsName>> = {
  cosine: "products",
  dot: "products",
  "cosine-common": "squares",
  pearson: "moments",
  msd: "differences",
  euclidean: "differences",
  rmsd: "differences",
  jaccard: "counts",
  conditional: "counts",
};

/** A variance below this share of the squares is rounding error: such rows count as constant. */
const NO_VARIANCE = 1e-12;

/**
 * The similarity of rows x and y from their sums, which begin at `sums[at]`; NaN where undefined. n
 * is the number of common columns. A distance d becomes 1 / (1 + d). Reference:
 * src/reference/similarity.ts.
 *
 *     cosine         Σxy / (|x| |y|), norms over all columns
 *     dot            Σxy
 *     cosine-common  Σxy / √(Σx² Σy²)
 *     pearson        (n Σxy − Σx Σy) / √((n Σx² − (Σx)²) (n Σy² − (Σy)²))
 *     msd            1 / (1 + Σ(x − y)² / n)
 *     euclidean      1 / (1 + √Σ(x − y)²)
 *     rmsd           1 / (1 + √(Σ(x − y)² / n))
 *     jaccard        n / (length of x + length of y − n)
 *     conditional    n / length of x: the share of x's columns that y has, too
 */
export function similarityOfSums(
  name: SimilarityKernel,
  sums: Float64Array,
  at: number,
  normX: number,
  normY: number,
  lengthX: number,
  lengthY: number,
): number {
  const n = sums[at];
  const sum = sums[at + 1];
  switch (name) {
    case "cosine":
      return sum / (normX * normY);
    case "dot":
      return sum;
    case "cosine-common":
      return sum / Math.sqrt(sums[at + 2] * sums[at + 3]);
    case "pearson": {
      const xx = n * sums[at + 2];
      const yy = n * sums[at + 3];
      const x = sums[at + 4];
      const y = sums[at + 5];
      const varianceX = xx - x * x;
      const varianceY = yy - y * y;
      if (varianceX <= NO_VARIANCE * xx || varianceY <= NO_VARIANCE * yy) return Number.NaN;
      return (n * sum - x * y) / Math.sqrt(varianceX * varianceY);
    }
    case "msd":
      return 1 / (1 + sum / n);
    case "euclidean":
      return 1 / (1 + Math.sqrt(sum));
    case "rmsd":
      return 1 / (1 + Math.sqrt(sum / n));
    case "jaccard":
      return n / (lengthX + lengthY - n);
    case "conditional":
      return n / lengthX;
  }
}
