import type { CsrMatrix } from "../sparse/csr-matrix.js";
import type { UserScores, UserScoresSize } from "./dense/user-scores.js";

/**
 * What rows are scored from: how similar they are, and the ratings of the rows by column, centred
 * by
 *
 *     residual = (rating − rowOffset − columnOffset) / rowScale
 */
export interface NeighborRatings {
  /** For each row, the rows that may be its neighbours. */
  readonly similarities: CsrMatrix;
  /** For each column, the rows with a rating in it. */
  readonly columns: CsrMatrix;
  readonly rowOffsets: Float64Array;
  readonly rowScales: Float64Array;
  readonly columnOffsets: Float64Array;
}

/** Which rows are neighbours, and how their residuals make a score. */
export interface NeighborRules {
  /** Most neighbours of a score, and fewest. */
  readonly neighbors: number;
  readonly minNeighbors: number;
  /** Only similarities above it count. */
  readonly threshold: number;
  readonly aggregate: "weighted-mean" | "mean" | "sum";
  readonly damping: number;
}

/** How many users are scored, and whether they are the rows or the columns. */
export interface NeighborScoresSize extends UserScoresSize {
  readonly usersAre: "rows" | "columns";
}

/**
 * Opens the scores of many users from their nearest neighbours as a job; undefined where one score
 * after the other is as fast. Sums are in the order of a column's ratings, so that the same bits
 * come out. Reference: src/reference/neighbor-score.ts.
 *
 * @param plain writes the same scores in plain TypeScript, users × items
 */
export type OpenNeighborScores = (
  ratings: NeighborRatings,
  rules: NeighborRules,
  size: NeighborScoresSize,
  plain: (userIndices: Int32Array, into: Float64Array) => void,
) => UserScores | undefined;
