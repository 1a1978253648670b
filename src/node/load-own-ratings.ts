import type { MatchOptions, OwnRatings } from "../datasets/own/match-own-ratings.js";
import { readOwnRatings } from "../datasets/own/read-own-ratings.js";
import { fileSource } from "./file-source.js";

/**
 * Loads own ratings from an export of Letterboxd (`ratings.csv`) or IMDb, as `readOwnRatings` reads
 * them. Throws a `DataError` with file, value and what to do.
 *
 * @example
 * const { movies, links } = await loadDataset("ml-latest-small");
 * const mine = await loadOwnRatings("ratings.csv", { movies: movies, links: await links() });
 */
export async function loadOwnRatings(path: string, options: MatchOptions): Promise<OwnRatings> {
  return readOwnRatings(await fileSource(path), options);
}
