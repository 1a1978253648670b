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

/** A MovieLens data set. */
export interface Dataset {
  /** The name of its folder. */
  readonly name: string;
  readonly ratings: Ratings;
  readonly movies: Movies;
  /** User profiles, if the data set has them (ML-100K and ML-1M). */
  readonly users: readonly UserProfile[] | undefined;
  /** Loads the tags that users gave to movies; none if the data set has no tags. */
  tags(): Promise<Tag[]>;
}

/** Options of {@link loadDataset}. */
export interface LoadDatasetOptions extends TaskOptions {
  /** Replaces the scale that the data set declares. */
  readonly scale?: RatingScale;
  /**
   * What to do with a row of ratings or tags that cannot be parsed, or whose movie is unknown.
   * @default "throw"
   */
  readonly onBadRow?: BadRowPolicy;
}

/**
 * Loads a data set of MovieLens by its name ("ml-latest-small", "ml-100k", "ml-1m", …) or by the
 * path of a folder. "auto" is ML-100K if it is available, otherwise ml-latest-small. The name is
 * looked up as `data/<name>` in this folder and its parents, then in the folders of REELBOOK_DATA.
 * The files tell which of the three layouts of MovieLens it is. Throws a `DataError` with file,
 * line, column, value and what to do.
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
