import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/** How many users a job scores. */
export interface UserScoresSize {
  /** All together. */
  readonly users: number;
  /** At once, at most. */
  readonly perTile: number;
  /** Rules of the lists that the job writes; undefined where it is asked for scores alone. */
  readonly rules?: TileRules;
  /** The items that users have seen, by user; undefined where lists may contain them. */
  readonly seen?: CsrMatrix | undefined;
}

/** What the lists of users may contain. */
export interface TileRules {
  /** Places of a list. */
  readonly count: number;
  /** Indices of items that no list contains. */
  readonly excluded: Int32Array;
  /** The only items that lists contain; undefined for all but `excluded`. */
  readonly candidates: Int32Array | undefined;
}

/** Lists of `count` places each, list after list in flat arrays. */
export interface FlatLists {
  readonly count: number;
  /** -1 after the end of a shorter list. */
  readonly itemIndices: Int32Array;
  /** NaN after the end of a shorter list. */
  readonly scores: Float64Array;
}

/** A job that scores all items for many users, tile by tile. Close it, or threads stay with it. */
export interface UserScores {
  /** Numbers from one user's scores to the next one's: as many as there are items, or more. */
  readonly stride: number;
  /** Users to score at once first: one where a user may take long. */
  readonly firstTile: number;
  /** The scores of some users, user after user: a view to overwrite, valid until the next call. */
  of(userIndices: Int32Array): Float64Array;
  /** Writes the lists of some users from list `first` on; false where it cannot, and wrote none. */
  writeLists?(userIndices: Int32Array, into: FlatLists, first: number): boolean;
  close(): void;
}
