/** One of the reader's own ratings, as a list or a file has it. */
export interface OwnRatingRow {
  /** The line in the file, or the position in the list, from 1. */
  readonly line: number;
  /** Without the year. */
  readonly title: string;
  /** NaN if unknown. */
  readonly year: number;
  /** In stars from 0.5 to 5; NaN for what is not a rating. */
  readonly rating: number;
  /** As it was written, for messages. */
  readonly ratingText: string;
  /** The number at IMDb; NaN if unknown. */
  readonly imdbNumber: number;
  /** What it is instead of a movie, such as "TV series"; empty for a movie. */
  readonly otherKind: string;
  /** As it was written: days as 2024-12-31 can be compared. Empty if unknown. */
  readonly date: string;
}
