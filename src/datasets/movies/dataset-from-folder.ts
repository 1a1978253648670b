import type { RatingScale } from "../../ratings/rating.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { SkippedRows } from "../../ratings/skipped-rows.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { parseRatings } from "../ratings/parse-ratings.js";
import type { BadRowPolicy } from "../records/bad-rows.js";
import type { TextSource } from "../records/text-source.js";
import { movieLensLayout } from "./movielens.js";
import type { Movies } from "./movies.js";
import { type Links, parseLinks } from "./parse-links.js";
import { parseMovies } from "./parse-movies.js";
import { parseTags, type Tag } from "./parse-tags.js";
import { parseUsers, type UserProfile } from "./parse-users.js";

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
  /** Loads the movies' ids at IMDb; none if the data set has no links. */
  links(): Promise<Links>;
}

/** Options of `loadDataset`. */
export interface LoadDatasetOptions extends TaskOptions {
  /** Replaces the scale that the data set declares. */
  readonly scale?: RatingScale;
  /**
   * What to do with a row of ratings or tags that cannot be parsed, or whose movie is unknown.
   * @default "throw"
   */
  readonly onBadRow?: BadRowPolicy;
}

/** A folder with the files of a data set. */
export interface DatasetFolder {
  /** For errors: its path. */
  readonly path: string;
  /** The name of the data set. */
  readonly name: string;
  /** The names of its files. */
  readonly files: readonly string[];
  open(file: string): Promise<TextSource>;
  /** Warns about rows that were left out of a file. */
  warn(file: string, rows: { skipped: SkippedRows | undefined; count: number }): void;
}

/** A data set of MovieLens; its files tell which of the three layouts it has. */
export async function datasetFromFolder(
  { path, name, files, open, warn }: DatasetFolder,
  { scale, onBadRow, onProgress, signal }: LoadDatasetOptions = {},
): Promise<Dataset> {
  const layout = movieLensLayout(path, [...files].sort());
  const movies = await parseMovies(await open(layout.movies.file), layout.movies);
  const format = {
    ...layout.ratings,
    items: { file: layout.movies.file, ids: new Set(movies.ids) },
    scale: scale ?? layout.ratings.scale,
    onBadRow,
  };
  const ratings = await parseRatings(await open(layout.ratings.file), format, { onProgress, signal });
  warn(layout.ratings.file, ratings);
  const raters = { file: layout.ratings.file, ids: new Set(ratings.users.ids) };
  const users =
    layout.users && (await parseUsers(await open(layout.users.file), { ...layout.users, users: raters }));
  const tags = async () => {
    if (!layout.tags || !files.includes(layout.tags.file)) return [];
    const { file } = layout.tags;
    return parseTags(await open(file), {
      ...layout.tags,
      items: format.items,
      users: raters,
      onBadRow,
      onSkipped: (skipped, count) => warn(file, { skipped, count }),
    });
  };
  const links = async (): Promise<Links> => {
    if (!layout.links || !files.includes(layout.links.file)) return new Map();
    return parseLinks(await open(layout.links.file), { ...layout.links, items: format.items });
  };
  return Object.freeze({ name, ratings, movies, users, tags, links });
}
