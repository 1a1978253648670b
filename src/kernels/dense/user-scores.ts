/** How many users a job scores. */
export interface UserScoresSize {
  /** All together. */
  readonly users: number;
  /** At once, at most. */
  readonly perTile: number;
}

/** A job that scores all items for many users, tile by tile. Close it, or threads stay with it. */
export interface UserScores {
  /** Numbers from one user's scores to the next one's: as many as there are items, or more. */
  readonly stride: number;
  /** Users to score at once first: one where a user may take long. */
  readonly firstTile: number;
  /** The scores of some users, user after user: a view to overwrite, valid until the next call. */
  of(userIndices: Int32Array): Float64Array;
  close(): void;
}
