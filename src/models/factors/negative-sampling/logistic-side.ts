import { adaGradStep, logisticCost } from "../../../kernels/factors/logistic.js";
import { missingNumber } from "../../../kernels/factors/missing-number.js";
import type { Random } from "../../../math/random.js";
import type { CsrMatrix } from "../../../sparse/csr-matrix.js";
import { rowOf } from "../../../sparse/row-of.js";
import { drawUnratedOf } from "./draw-unrated.js";

/** Users or items, whose factors and biases are learned while those of the others are fixed. */
export interface LogisticSide {
  /** A row for each of them, columns ascending, with the confidence of each rating. */
  readonly confidences: CsrMatrix;
  readonly values: Float64Array;
  readonly width: number;
  readonly biases: Float64Array;
  /** Sums of squared gradients: of each row the factors, then the bias. */
  readonly squares: Float64Array;
}

/** How {@link stepSide} moves a side. */
export interface LogisticRates {
  readonly learningRate: number;
  readonly regularization: number;
  /** Negative samples for each rating. */
  readonly negatives: number;
}

/**
 * One step of AdaGrad for each row that has ratings, on the cost over all pairs: `negatives`
 * samples for each rating stand for all unrated ones. O(ratings × (1 + negatives) × factors).
 */
export function stepSide(
  side: LogisticSide,
  others: LogisticSide,
  { learningRate, regularization, negatives }: LogisticRates,
  draws: Random,
): void {
  const { confidences, values, width, biases, squares } = side;
  const own = new Float64Array(width + 1);
  const gradient = new Float64Array(width + 1);
  for (let row = 0; row < confidences.rowCount; row++) {
    const count = confidences.rowLength(row);
    if (count === 0) continue;
    const unrated = confidences.columnCount - count;
    const sampled =
      unrated <= negatives * count ? unratedOf(confidences, row) : new Int32Array(negatives * count);
    if (sampled.length < unrated) drawUnratedOf(confidences, row, draws, sampled);
    const weight = unrated / Math.max(1, sampled.length);
    const first = row * width;
    for (let f = 0; f < width; f++) own[f] = values[first + f];
    own[width] = biases[row];
    logisticCost(rowOf(confidences, row), sampled, weight, others, regularization, own, gradient);
    adaGradStep(own, gradient, squares, row * (width + 1), learningRate);
    for (let f = 0; f < width; f++) values[first + f] = own[f];
    biases[row] = own[width];
  }
}

/** The columns that a row lacks; its own are ascending. O(columns × log(its length)). */
export function unratedOf({ starts, indices, columnCount }: CsrMatrix, row: number): Int32Array {
  const [from, to] = [starts[row], starts[row + 1]];
  return new Int32Array(columnCount - (to - from)).map((_, n) => missingNumber(indices, from, to, n));
}
