import { countText } from "../../text/count-text.js";
import { type MatchOptions, matchRows, type OwnRatings } from "./match-own-ratings.js";

/** A rating by the movie's title. */
export interface TitleRating {
  /** With its year, unless only one movie has this title. */
  readonly title: string;
  /** In stars from 0.5 to 5. */
  readonly rating: number;
}

/**
 * Own ratings from a list of titles: "The Matrix (1999)" finds "Matrix, The (1999)". What is not
 * found is left out, with its reason. O(movies + ratings).
 *
 * @example
 * const mine = ownRatingsFromList([{ title: "Heat (1995)", rating: 4.5 }], { movies: movies });
 * mine.summary; // "1 of 1 rating matched"
 */
export function ownRatingsFromList(list: readonly TitleRating[], options: MatchOptions): OwnRatings {
  const rows = list.map(({ title, rating }, place) => {
    const [, name = title, year] = /^(.*) \((\d{4})\)$/.exec(title.trim()) ?? [];
    return {
      line: place + 1,
      title: name,
      year: Number(year ?? Number.NaN),
      rating: rating >= 0.5 && rating <= 5 ? rating : Number.NaN,
      ratingText: String(rating),
      imdbNumber: Number.NaN,
      otherKind: "",
      date: "",
    };
  });
  const matched = matchRows(rows, options);
  const summary = `${matched.ratings.length} of ${countText(list.length, "rating")} matched`;
  return Object.freeze({ ...matched, summary });
}
