import type { Id } from "../../ratings/id-index.js";
import { plainText } from "../../text/similar-texts.js";
import { similarTitles } from "../../text/similar-titles.js";

/** A movie of a data set. */
export interface Movie {
  readonly itemId: Id;
  /** With its year at the end, if known: "Heat (1995)". */
  readonly title: string;
  readonly genres: readonly string[];
}

/**
 * The movies of a data set, by item id.
 *
 * @example
 * const movies = Movies.from([{ itemId: 50, title: "Star Wars (1977)", genres: ["Action"] }]);
 * movies.year(50); // 1977
 * movies.find("Star Wars (1977)"); // 50
 */
export class Movies implements Iterable<Movie> {
  readonly #movies: ReadonlyMap<Id, Movie>;

  private constructor(movies: ReadonlyMap<Id, Movie>) {
    this.#movies = movies;
    Object.freeze(this);
  }

  /** Movies in the given order; a repeated id is a RangeError. */
  static from(movies: Iterable<Movie>): Movies {
    const byId = new Map<Id, Movie>();
    for (const { itemId, title, genres } of movies) {
      const known = byId.get(itemId);
      if (known) {
        throw new RangeError(
          `movie ${itemId} is listed twice, as ${quoted(known.title)} and as ${quoted(title)}; keep one of the two`,
        );
      }
      byId.set(itemId, Object.freeze({ itemId, title: title.trim(), genres: Object.freeze([...genres]) }));
    }
    return new Movies(byId);
  }

  get count(): number {
    return this.#movies.size;
  }

  /** The ids in the order of the file. */
  get ids(): Id[] {
    return [...this.#movies.keys()];
  }

  has(itemId: Id): boolean {
    return this.#movies.has(itemId);
  }

  /** The trimmed title with its year; a RangeError for an unknown id. */
  title(itemId: Id): string {
    return this.#get(itemId).title;
  }

  /** The genres in the order of the file, maybe none; a RangeError for an unknown id. */
  genres(itemId: Id): readonly string[] {
    return this.#get(itemId).genres;
  }

  /** The year at the end of the title, NaN without one; a RangeError for an unknown id. */
  year(itemId: Id): number {
    return titleYear(this.#get(itemId).title);
  }

  /**
   * The id of a movie by its title: the exact title, otherwise the only title with these words and
   * this year. "Star Wars (1977)" finds "Star Wars: Episode IV - A New Hope (1977)", and
   * "The Matrix (1999)" finds "Matrix, The (1999)". If no title matches, a RangeError lists similar
   * ones; if several do, it lists them. O(movies).
   */
  find(title: string): Id {
    const wanted = title.trim();
    const all = [...this];
    const found =
      oneOf(
        all.filter((movie) => movie.title === wanted),
        wanted,
      ) ??
      oneOf(
        all.filter((movie) => hasSameWords(movie.title, wanted)),
        wanted,
      ) ??
      oneOf(
        all.filter((movie) => hasWords(movie.title, wanted)),
        wanted,
      );
    if (found) return found.itemId;
    const near = similarTitles(
      wanted,
      all.map((movie) => movie.title),
    );
    const cure =
      near.length > 0 ? `similar titles are ${near.map(quoted).join(", ")}` : "no title is similar";
    throw new RangeError(`there is no movie ${quoted(wanted)}; ${cure}`);
  }

  [Symbol.iterator](): Iterator<Movie> {
    return this.#movies.values();
  }

  #get(itemId: Id): Movie {
    const movie = this.#movies.get(itemId);
    if (!movie)
      throw new RangeError(
        `there is no movie with the id ${JSON.stringify(itemId)}; find(title) gives a movie's id`,
      );
    return movie;
  }
}

/** The only movie of a list, undefined if it is empty; several are an error that lists them. */
function oneOf(movies: readonly Movie[], wanted: string): Movie | undefined {
  if (movies.length <= 1) return movies[0];
  const shown = movies.slice(0, 10);
  const isByTitle = new Set(movies.map(({ title }) => title)).size === movies.length;
  const byYear = Number.isNaN(titleYear(wanted))
    ? "add the year, or write the whole title"
    : "write the whole title";
  const cure = isByTitle ? `${byYear}:` : "use the id of one:";
  const list = shown.map(({ itemId, title }) => (isByTitle ? quoted(title) : `${itemId} ${quoted(title)}`));
  const more = movies.length > shown.length ? ` and ${movies.length - shown.length} more` : "";
  throw new RangeError(
    `${quoted(wanted)} matches ${movies.length} movies; ${cure} ${list.join(", ")}${more}`,
  );
}

function titleYear(title: string): number {
  const match = /\((\d{4})\)$/.exec(title);
  return match ? Number(match[1]) : Number.NaN;
}

function words(title: string): Set<string> {
  return new Set(
    plainText(title)
      .replace(/\(\d{4}\)$/, "")
      .match(/[\p{L}\p{N}]+/gu),
  );
}

function hasWords(title: string, wanted: string): boolean {
  const year = titleYear(wanted);
  if (!Number.isNaN(year) && titleYear(title) !== year) return false;
  const there = words(title);
  const asked = words(wanted);
  return asked.size > 0 && [...asked].every((word) => there.has(word));
}

function hasSameWords(title: string, wanted: string): boolean {
  return words(title).size === words(wanted).size && hasWords(title, wanted);
}

function quoted(title: string): string {
  return JSON.stringify(title);
}
