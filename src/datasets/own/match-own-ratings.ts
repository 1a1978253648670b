import type { OwnRating } from "../../models/contract/model.js";
import type { Id } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { Movies } from "../movies/movies.js";
import type { Links } from "../movies/parse-links.js";
import type { OwnRatingRow } from "./own-rating-row.js";
import { type Found, TitleIndex } from "./title-index.js";

/** What own ratings are matched with. */
export interface MatchOptions {
  readonly movies: Movies;
  /** The movies' numbers at IMDb. @default none: by title and year only */
  readonly links?: Links | undefined;
  /** A movie without a rating in them is left out: models do not know it. @default none left out */
  readonly ratings?: Ratings | undefined;
}

/** A rating without a movie here. */
export interface UnmatchedRating {
  /** The line in the file, or the position in the list, from 1. */
  readonly line: number;
  /** With its year, if known. */
  readonly title: string;
  readonly reason: string;
}

/** The reader's own ratings. */
export interface OwnRatings {
  /** For `foldIn`: a rating for each matched movie, in stars from 0.5 to 5. */
  readonly ratings: readonly OwnRating[];
  /** The ratings that were left out. */
  readonly unmatched: readonly UnmatchedRating[];
  /** What was done, as a sentence. */
  readonly summary: string;
}

/** Finds the movie of each row: by its number at IMDb, then by title and year. */
export function matchRows(
  rows: readonly OwnRatingRow[],
  { movies, links = new Map(), ratings }: MatchOptions,
): Pick<OwnRatings, "ratings" | "unmatched"> {
  const titles = new TitleIndex(movies);
  const kept = new Map<Id, OwnRatingRow>();
  const unmatched: UnmatchedRating[] = [];
  const leaveOut = ({ line, title, year }: OwnRatingRow, reason: string) =>
    unmatched.push({ line, title: Number.isNaN(year) ? title : `${title} (${year})`, reason });
  for (const row of rows) {
    const found = movieOf(row, { titles, links });
    if ("reason" in found) leaveOut(row, found.reason);
    else if (ratings && !ratings.items.has(found.itemId))
      leaveOut(row, "it is not among the rated movies here");
    else {
      const known = kept.get(found.itemId);
      const isNewer = known !== undefined && row.date >= known.date;
      if (known) leaveOut(isNewer ? known : row, `line ${(isNewer ? row : known).line} rates it, too`);
      if (!known || isNewer) kept.set(found.itemId, row);
    }
  }
  return {
    ratings: Array.from(kept, ([itemId, { rating }]) => ({ itemId, rating })),
    unmatched: unmatched.sort((a, b) => a.line - b.line),
  };
}

function movieOf(row: OwnRatingRow, { titles, links }: { titles: TitleIndex; links: Links }): Found {
  if (Number.isNaN(row.rating)) {
    return { reason: row.ratingText === "" ? "it has no rating" : `${row.ratingText} is not a rating` };
  }
  const linked = links.get(row.imdbNumber);
  if (linked !== undefined) return { itemId: linked };
  if (row.otherKind !== "") return { reason: `it is a ${row.otherKind}` };
  return titles.find(row.title, row.year);
}
