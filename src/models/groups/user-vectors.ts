import type { IdIndex } from "../../ratings/id-index.js";
import type { FittedFactors } from "../factors/fitted-factors.js";

/** A few numbers for each user, by which users can be compared. */
export interface UserVectors {
  readonly users: IdIndex;
  /** How many numbers a user has. */
  readonly width: number;
  /** User by user, in the order of their index. */
  readonly values: Float64Array;
}

/** Settings of {@link userVectors}. */
export interface UserVectorsOptions {
  /** Whether all vectors are made 1 long, so that only their direction counts; 0 stays 0. @default false */
  readonly unitLength?: boolean;
}

/**
 * The factors of all users of a fitted model. Those of `PureSvd` are the longer the more a user has rated: to compare tastes, not
 * diligence, ask for `unitLength`. O(users × factors).
 *
 * @example
 * const vectors = userVectors(new PureSvd({ factors: 4 }).fit(ratings), { unitLength: true });
 * vectors.values.length; // 2440
 */
export function userVectors(
  fitted: FittedFactors,
  { unitLength = false }: UserVectorsOptions = {},
): UserVectors {
  const { learned, factors: width } = fitted;
  const values = unitLength ? withUnitLength(learned.userFactors, width) : learned.userFactors;
  return { users: fitted.ratings.users, width, values };
}

/** Vectors of `width` numbers each, made 1 long; 0 stays 0. */
export function withUnitLength(vectors: Float64Array, width: number): Float64Array {
  const squares = new Float64Array(vectors.length / width);
  for (let k = 0; k < vectors.length; k++) squares[Math.floor(k / width)] += vectors[k] ** 2;
  return vectors.map((value, k) => value / (Math.sqrt(squares[Math.floor(k / width)]) || 1));
}
