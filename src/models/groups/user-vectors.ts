import type { IdIndex } from "../../ratings/id-index.js";
import type { FittedFactors } from "../factors/fitted-factors.js";

/** A vector for each user, by which users are compared. */
export interface UserVectors {
  readonly users: IdIndex;
  /** The length of each vector. */
  readonly width: number;
  /** Users × width, in the order of the users' index. */
  readonly values: Float64Array;
}

/** Options of {@link userVectors}. */
export interface UserVectorsOptions {
  /**
   * Whether to scale vectors to unit length, so that only directions count; 0 stays 0.
   *
   * @default false
   */
  readonly unitLength?: boolean;
}

/**
 * The factors of all users of a fitted model. With `PureSvd`, vectors are longer the more a user
 * has rated; `unitLength` compares tastes instead of activity. O(users × factors).
 *
 * @throws RangeError for a model without factors
 * @example
 * const vectors = userVectors(new PureSvd({ factors: 4 }).fit(ratings), { unitLength: true });
 * vectors.values.length; // 2440
 */
export function userVectors(
  fitted: FittedFactors,
  { unitLength = false }: UserVectorsOptions = {},
): UserVectors {
  const { learned, factors: width, name } = fitted;
  if (!learned) throw new RangeError(`${name} has no factors of users; take a model that has, as PureSvd`);
  const values = unitLength ? withUnitLength(learned.userFactors, width) : learned.userFactors;
  return { users: fitted.ratings.users, width, values };
}

/** Vectors of length `width`, scaled to a Euclidean norm of 1; 0 stays 0. O(values). */
export function withUnitLength(vectors: Float64Array, width: number): Float64Array {
  const squares = new Float64Array(vectors.length / width);
  for (let k = 0; k < vectors.length; k++) squares[Math.floor(k / width)] += vectors[k] ** 2;
  return vectors.map((value, k) => value / (Math.sqrt(squares[Math.floor(k / width)]) || 1));
}
