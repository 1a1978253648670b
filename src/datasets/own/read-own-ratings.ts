import { countText } from "../../text/count-text.js";
import type { TextSource } from "../records/text-source.js";
import { type MatchOptions, matchRows, type OwnRatings } from "./match-own-ratings.js";
import { parseOwnRatings } from "./parse-own-ratings.js";

/**
 * Own ratings from an export of Letterboxd (`ratings.csv`) or IMDb, matched with the movies of a
 * data set: by their number at IMDb, then by title and year. What is not found is left out, with
 * its reason. O(movies + ratings).
 *
 * @throws DataError for a file without the columns of either site.
 * @example
 * const text = "Date,Name,Year,Letterboxd URI,Rating\n2024-05-01,Heat,1995,boxd.it/1,4.5\n";
 * const mine = await readOwnRatings(textSource("ratings.csv", text), { movies: movies });
 * mine.summary; // "ratings.csv is an export of Letterboxd: 1 of 1 rating matched"
 */
export async function readOwnRatings(source: TextSource, options: MatchOptions): Promise<OwnRatings> {
  const { site, rows } = await parseOwnRatings(source);
  const matched = matchRows(rows, options);
  const scale = site === "IMDb" ? "; ratings from 1 to 10 were halved: 0.5 to 5 stars" : "";
  const summary = `${source.name} is an export of ${site}: ${matched.ratings.length} of ${countText(rows.length, "rating")} matched${scale}`;
  return Object.freeze({ ...matched, summary });
}
