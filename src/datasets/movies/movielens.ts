import type { RatingsFormat } from "../ratings/ratings-format.js";
import { DataError } from "../records/data-error.js";
import type { LinksFormat } from "./parse-links.js";
import type { MoviesFormat } from "./parse-movies.js";
import type { TagsFormat } from "./parse-tags.js";
import type { UsersFormat } from "./parse-users.js";

/** The files of a MovieLens data set and how they are written. */
export interface MovieLensLayout {
  readonly ratings: { readonly file: string } & RatingsFormat;
  readonly movies: { readonly file: string } & MoviesFormat;
  readonly users?: ({ readonly file: string } & UsersFormat) | undefined;
  readonly tags?: { readonly file: string } & TagsFormat;
  readonly links?: { readonly file: string } & LinksFormat;
}

const NO_GENRES = "(no genres listed)";
const halfStars = { min: 0.5, max: 5 };
const wholeStars = { min: 1, max: 5 };

const separatedGenres = (fields: readonly string[]): string[] =>
  fields[2]
    .trim()
    .split("|")
    .filter((genre) => genre !== "" && genre !== NO_GENRES);

/** ml-latest-small, ml-latest, ML-20M, ML-25M, ML-32M: CSV with a header, UTF-8. */
const csvLayout: MovieLensLayout = {
  ratings: {
    file: "ratings.csv",
    separator: ",",
    quotes: true,
    header: true,
    columns: { userId: "userId", itemId: "movieId", rating: "rating", timestamp: "timestamp" },
    scale: halfStars,
  },
  movies: {
    file: "movies.csv",
    separator: ",",
    quotes: true,
    header: ["movieId", "title", "genres"],
    fieldCount: 3,
    genres: separatedGenres,
  },
  tags: {
    file: "tags.csv",
    separator: ",",
    quotes: true,
    header: ["userId", "movieId", "tag", "timestamp"],
  },
  links: {
    file: "links.csv",
    separator: ",",
    quotes: true,
    header: ["movieId", "imdbId", "tmdbId"],
  },
};

const byPosition = {
  header: false,
  columns: { userId: 0, itemId: 1, rating: 2, timestamp: 3 },
  fieldCount: 4,
};
const colons = { separator: "::", quotes: false } as const;

/** ML-10M: fields separated by two colons, UTF-8. */
const tenMillionLayout: MovieLensLayout = {
  ratings: { file: "ratings.dat", ...colons, ...byPosition, scale: halfStars },
  movies: { file: "movies.dat", ...colons, fieldCount: 3, genres: separatedGenres },
  tags: { file: "tags.dat", ...colons },
};

/** ML-1M: as ML-10M, in ISO-8859-1, with users and whole stars. */
const oneMillionLayout: MovieLensLayout = {
  ratings: { ...tenMillionLayout.ratings, encoding: "latin1", scale: wholeStars },
  movies: { ...tenMillionLayout.movies, encoding: "latin1" },
  users: {
    file: "users.dat",
    ...colons,
    encoding: "latin1",
    fields: { userId: 0, gender: 1, age: 2, occupation: 3, zipCode: 4 },
  },
};

/** The order of the flags in u.item, as ML-100K's README gives it. */
const FLAGGED_GENRES = [
  "unknown",
  "Action",
  "Adventure",
  "Animation",
  "Children's",
  "Comedy",
  "Crime",
  "Documentary",
  "Drama",
  "Fantasy",
  "Film-Noir",
  "Horror",
  "Musical",
  "Mystery",
  "Romance",
  "Sci-Fi",
  "Thriller",
  "War",
  "Western",
];

function flaggedGenres(fields: readonly string[]): string[] | undefined {
  const flags = fields.slice(5);
  if (!flags.every((flag) => flag === "0" || flag === "1")) return undefined;
  return FLAGGED_GENRES.filter((genre, position) => flags[position] === "1" && genre !== "unknown");
}

/** ML-100K: tabs in u.data, bars elsewhere, one flag per genre, ISO-8859-1. */
const hundredThousandLayout: MovieLensLayout = {
  ratings: {
    file: "u.data",
    separator: "\t",
    quotes: false,
    ...byPosition,
    scale: wholeStars,
  },
  movies: {
    file: "u.item",
    separator: "|",
    quotes: false,
    encoding: "latin1",
    fieldCount: 5 + FLAGGED_GENRES.length,
    genres: flaggedGenres,
  },
  users: {
    file: "u.user",
    separator: "|",
    quotes: false,
    encoding: "latin1",
    fields: { userId: 0, age: 1, gender: 2, occupation: 3, zipCode: 4 },
  },
};

/** The layout of a folder by its files; a {@link DataError} if they are not those of MovieLens. */
export function movieLensLayout(folder: string, files: readonly string[]): MovieLensLayout {
  const has = (...names: string[]) => names.every((name) => files.includes(name));
  if (has("ratings.csv", "movies.csv")) return csvLayout;
  if (has("ratings.dat", "movies.dat")) return has("users.dat") ? oneMillionLayout : tenMillionLayout;
  if (has("u.data", "u.item")) {
    return has("u.user") ? hundredThousandLayout : { ...hundredThousandLayout, users: undefined };
  }
  throw new DataError(
    { source: folder },
    {
      reason: `not a data set of MovieLens: it has ${files.length > 0 ? files.slice(0, 8).join(", ") : "nothing"}`,
      cure: "expected ratings.csv and movies.csv, or ratings.dat and movies.dat, or u.data and u.item",
    },
  );
}
