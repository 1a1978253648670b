import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { movieLensLayout } from "../datasets/movies/movielens.js";
import type { Movies } from "../datasets/movies/movies.js";
import { parseMovies } from "../datasets/movies/parse-movies.js";
import { parseTags, type Tag } from "../datasets/movies/parse-tags.js";
import { parseUsers, type UserProfile } from "../datasets/movies/parse-users.js";
import { parseRatings } from "../datasets/ratings/parse-ratings.js";
import type { BadRowPolicy } from "../datasets/records/bad-rows.js";
import type { RatingScale } from "../ratings/rating.js";
import type { Ratings } from "../ratings/ratings.js";
import type { TaskOptions } from "../task/report-progress.js";
import { fileSource } from "./file-source.js";
import { findDataset } from "./find-dataset.js";
import { warnOfSkippedRows } from "./warn-of-skipped-rows.js";

/** A data set of MovieLens. */
export interface Dataset {
  /** The name of its folder. */
  readonly name: string;
  readonly ratings: Ratings;
  readonly movies: Movies;
  /** Who the users are, where the data set tells it (ML-100K and ML-1M). */
  readonly users: readonly UserProfile[] | undefined;
  /** Reads what users call the movies, in their own words; none where the data set has no tags. */
  tags(): Promise<Tag[]>;
}

/** How {@link loadDataset} reads. */
export interface LoadDatasetOptions extends TaskOptions {
  /** In place of the scale that the data set declares. */
  readonly scale?: RatingScale;
  /** What to do with a row of the ratings or tags that cannot be read, or whose movie there is not. @default "throw" */
  readonly onBadRow?: BadRowPolicy;
}

/**
 * Loads a data set of MovieLens by its name ("ml-latest-small", "ml-100k", "ml-1m", …) or by the path of a folder.
 * "auto" is ML-100K where it is at hand, else ml-latest-small. A name is looked for as `data/<name>` in this folder and those above, then in the folders of REELBOOK_DATA.
 * All three layouts of MovieLens are known by their files. Throws a `DataError` with file, line,
 * column, value and cure where something is wrong.
 *
 * @example
 * const { ratings, movies } = await loadDataset("ml-latest-small");
 */
export async function loadDataset(
  nameOrPath: string,
  { scale, onBadRow, onProgress, signal }: LoadDatasetOptions = {},
): Promise<Dataset> {
  const folder = findDataset(nameOrPath);
  const files = (await readdir(folder)).sort();
  const layout = movieLensLayout(folder, files);
  const source = (file: string) => fileSource(join(folder, file));
  const movies = await parseMovies(await source(layout.movies.file), layout.movies);
  const format = {
    ...layout.ratings,
    items: { file: layout.movies.file, ids: new Set(movies.ids) },
    scale: scale ?? layout.ratings.scale,
    onBadRow,
  };
  const ratings = await parseRatings(await source(layout.ratings.file), format, { onProgress, signal });
  warnOfSkippedRows(layout.ratings.file, ratings);
  const raters = { file: layout.ratings.file, ids: new Set(ratings.users.ids) };
  const users =
    layout.users && (await parseUsers(await source(layout.users.file), { ...layout.users, users: raters }));
  const tags = async () => {
    if (!layout.tags || !files.includes(layout.tags.file)) return [];
    const { file } = layout.tags;
    return parseTags(await source(file), {
      ...layout.tags,
      items: format.items,
      users: raters,
      onBadRow,
      onSkipped: (skipped, count) => warnOfSkippedRows(file, { skipped, count }),
    });
  };
  return Object.freeze({ name: basename(folder), ratings, movies, users, tags });
}
