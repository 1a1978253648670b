import { mean, populationDeviation } from "../../math/statistics.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowMeans } from "../../sparse/row-means.js";
import { rowOf } from "../../sparse/row-of.js";
import { Baseline, type FittedBaseline } from "../baselines/baseline.js";
import type { Model } from "../contract/model.js";

/**
 * What is subtracted from ratings before they are compared or averaged, and added back to scores.
 */
export const CENTERS = ["none", "mean", "item-mean", "user-mean", "z-score", "baseline"] as const;
export type Center = (typeof CENTERS)[number];

/** The side of the ratings that a model compares: its rows. The other side is its columns. */
export type Side = "items" | "users";

/**
 * Centred ratings of rows x and columns y:
 *
 *     residual = (rating − rowOffset[x] − columnOffset[y]) / rowScale[x]
 */
export interface Centering {
  readonly rowOffsets: Float64Array;
  readonly columnOffsets: Float64Array;
  readonly rowScales: Float64Array;
  /** Offset and scale of the ratings of a new user. */
  newUser(itemIndices: Int32Array, values: Float64Array): RowCentering;
}

/** What centring subtracts from the ratings of one row or user, and what it divides them by. */
export interface RowCentering {
  readonly offset: number;
  readonly scale: number;
}

/**
 * The centring for a model that compares `side`: "mean" subtracts the mean of the row; "z-score"
 * also divides by its standard deviation (by that of all ratings if it is 0); "baseline" subtracts
 * the global mean and both biases. O(ratings).
 */
function centeringOf(ratings: Feedback, side: Side, center: Center): Centering {
  const rows = side === "items" ? ratings.byItem : ratings.byUser;
  const columns = side === "items" ? ratings.byUser : ratings.byItem;
  const none: Centering = {
    rowOffsets: zeros(rows),
    columnOffsets: zeros(columns),
    rowScales: zeros(rows).fill(1),
    newUser: () => ({ offset: 0, scale: 1 }),
  };
  const byOwnMean = (_: Int32Array, values: Float64Array) => ({
    offset: meanOf(values, ratings.mean),
    scale: 1,
  });
  const rowMean = side === "items" ? "item-mean" : "user-mean";
  switch (center === "mean" ? rowMean : center) {
    case "none":
      return none;
    case "user-mean":
      return side === "users"
        ? { ...none, rowOffsets: rowMeans(rows), newUser: byOwnMean }
        : { ...none, columnOffsets: rowMeans(columns), newUser: byOwnMean };
    case "item-mean":
      return side === "items"
        ? { ...none, rowOffsets: rowMeans(rows) }
        : { ...none, columnOffsets: rowMeans(columns) };
    case "z-score":
      return byZScore(ratings, rows, {
        ...none,
        newUser: side === "users" ? zScorer(ratings) : none.newUser,
      });
    default: {
      const baseline: Model<FittedBaseline> = new Baseline();
      return byBaseline(baseline.fit(ratings), side);
    }
  }
}

/** The centrings of the same ratings and side, each computed once. */
export class Centerings {
  readonly #ratings: Feedback;
  readonly #side: Side;
  readonly #made = new Map<Center, Centering>();

  constructor(ratings: Feedback, side: Side) {
    this.#ratings = ratings;
    this.#side = side;
  }

  of(center: Center): Centering {
    const made = this.#made.get(center) ?? centeringOf(this.#ratings, this.#side, center);
    this.#made.set(center, made);
    return made;
  }
}

function byZScore(ratings: Feedback, rows: CsrMatrix, centering: Centering): Centering {
  const rowOffsets = rowMeans(rows);
  const all = populationDeviation(ratings.values, ratings.mean);
  const rowScales = rowOffsets.map((mean, row) => populationDeviation(rowOf(rows, row).values, mean) || all);
  return { ...centering, rowOffsets, rowScales };
}

function zScorer(ratings: Feedback): Centering["newUser"] {
  const all = populationDeviation(ratings.values, ratings.mean);
  return (_, values) => {
    const offset = meanOf(values, ratings.mean);
    return { offset, scale: (values.length > 0 && populationDeviation(values, offset)) || all };
  };
}

function byBaseline(baseline: FittedBaseline, side: Side): Centering {
  const { mean } = baseline.ratings;
  const [rows, columns] =
    side === "items"
      ? [baseline.itemBiases, baseline.userBiases]
      : [baseline.userBiases, baseline.itemBiases];
  return {
    rowOffsets: rows.map((bias) => mean + bias),
    columnOffsets: columns,
    rowScales: new Float64Array(rows.length).fill(1),
    newUser(itemIndices, values) {
      const bias = baseline.userBias({ userIndex: -1, itemIndices, values });
      return { offset: side === "users" ? mean + bias : bias, scale: 1 };
    },
  };
}

function zeros({ rowCount }: CsrMatrix): Float64Array {
  return new Float64Array(rowCount);
}

function meanOf(values: Float64Array, ofEmpty: number): number {
  return values.length === 0 ? ofEmpty : mean(values);
}
