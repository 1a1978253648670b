import { mean, populationDeviation } from "../../math/statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowMeans } from "../../sparse/row-means.js";
import { rowOf } from "../../sparse/row-of.js";
import { Baseline, type FittedBaseline } from "../baselines/baseline.js";

/** What is taken off ratings before they are compared or averaged, and put back afterwards. */
export const CENTERS = ["none", "mean", "item-mean", "user-mean", "z-score", "baseline"] as const;
export type Center = (typeof CENTERS)[number];

/** Which side of the ratings a model compares: it is its rows, and the other side its columns. */
export type Side = "items" | "users";

/**
 * Centred ratings of rows x and columns y:
 *
 *     rest = (rating − rowOffset[x] − columnOffset[y]) / rowScale[x]
 */
export interface Centering {
  readonly rowOffsets: Float64Array;
  readonly columnOffsets: Float64Array;
  readonly rowScales: Float64Array;
  /** Offset and scale of a person who is not among the users, whichever side those are. */
  newcomer(itemIndices: Int32Array, values: Float64Array): Newcomer;
}

/** What centring takes off the ratings of a new person, and what it divides them by. */
export interface Newcomer {
  readonly offset: number;
  readonly scale: number;
}

/**
 * How ratings are centred for a model that compares `side`: "mean" is that of the own row, "z-score" divides by its
 * standard deviation as well (by that of all ratings where it is 0), "baseline" takes off mean and biases.
 */
function centeringOf(ratings: Ratings, side: Side, center: Center): Centering {
  const rows = side === "items" ? ratings.byItem : ratings.byUser;
  const columns = side === "items" ? ratings.byUser : ratings.byItem;
  const none: Centering = {
    rowOffsets: zeros(rows),
    columnOffsets: zeros(columns),
    rowScales: zeros(rows).fill(1),
    newcomer: () => ({ offset: 0, scale: 1 }),
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
        ? { ...none, rowOffsets: rowMeans(rows), newcomer: byOwnMean }
        : { ...none, columnOffsets: rowMeans(columns), newcomer: byOwnMean };
    case "item-mean":
      return side === "items"
        ? { ...none, rowOffsets: rowMeans(rows) }
        : { ...none, columnOffsets: rowMeans(columns) };
    case "z-score":
      return byZScore(ratings, rows, {
        ...none,
        newcomer: side === "users" ? zScorer(ratings) : none.newcomer,
      });
    default:
      return byBaseline(new Baseline().fit(ratings), side);
  }
}

/** Centrings of the same ratings and side, each made once however often it is asked for. */
export class Centerings {
  readonly #ratings: Ratings;
  readonly #side: Side;
  readonly #made = new Map<Center, Centering>();

  constructor(ratings: Ratings, side: Side) {
    this.#ratings = ratings;
    this.#side = side;
  }

  of(center: Center): Centering {
    const made = this.#made.get(center) ?? centeringOf(this.#ratings, this.#side, center);
    this.#made.set(center, made);
    return made;
  }
}

function byZScore(ratings: Ratings, rows: CsrMatrix, centering: Centering): Centering {
  const rowOffsets = rowMeans(rows);
  const all = populationDeviation(ratings.values, ratings.mean);
  const rowScales = rowOffsets.map((mean, row) => populationDeviation(rowOf(rows, row).values, mean) || all);
  return { ...centering, rowOffsets, rowScales };
}

function zScorer(ratings: Ratings): Centering["newcomer"] {
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
    newcomer(itemIndices, values) {
      const bias = baseline.userBias({ userIndex: -1, itemIndices, values });
      return { offset: side === "users" ? mean + bias : bias, scale: 1 };
    },
  };
}

function zeros({ rowCount }: CsrMatrix): Float64Array {
  return new Float64Array(rowCount);
}

function meanOf(values: Float64Array, ofNothing: number): number {
  return values.length === 0 ? ofNothing : mean(values);
}
