import { plainText, similarTexts } from "../../src/text/similar-texts.js";

/** A movie that a search found. */
export interface Found {
  readonly itemId: number;
  readonly title: string;
}

export interface SearchResult {
  readonly found: readonly Found[];
  /** Whether the titles have the words that were typed; otherwise they are only similar. */
  readonly matches: boolean;
}

interface Indexed extends Found {
  readonly fans: number;
  /** The words of the title, each with a space in front. */
  readonly words: string;
}

/**
 * Finds movies by the beginnings of words of their titles, in any order, whatever their case and
 * accents. "matrix the" and "The Matrix" find "The Matrix (1999)". A title that begins with the
 * text comes first, then the better known one.
 */
export class MovieSearch {
  readonly #movies: readonly Indexed[];

  constructor(titles: ReadonlyMap<number, string>, fansOf: (itemId: number) => number) {
    this.#movies = Array.from(titles, ([itemId, title]) => ({
      itemId,
      title,
      fans: fansOf(itemId),
      words: spaced(title),
    })).sort((a, b) => b.fans - a.fans);
  }

  search(text: string, count = 8): SearchResult {
    const wanted = spaced(text);
    if (wanted === "") return { found: [], matches: true };
    const words = wanted.trim().split(" ");
    const matching = this.#movies.filter((movie) => words.every((word) => movie.words.includes(` ${word}`)));
    if (matching.length === 0) return { found: this.#similar(text, count), matches: false };
    const begins = (movie: Indexed) => startOf(movie.words).startsWith(startOf(wanted));
    const found = [...matching.filter(begins), ...matching.filter((movie) => !begins(movie))];
    return { found: found.slice(0, count).map(({ itemId, title }) => ({ itemId, title })), matches: true };
  }

  #similar(text: string, count: number): Found[] {
    const byName = new Map(this.#movies.map((movie) => [movie.title.replace(/ \(\d{4}\)$/, ""), movie]));
    return similarTexts(text, byName.keys(), { count, atLeast: 0.4 }).map((name) => {
      const { itemId, title } = byName.get(name)!;
      return { itemId, title };
    });
  }
}

/** "Schindler's List (1993)" becomes " schindlers list 1993". */
function spaced(text: string): string {
  const words = plainText(text)
    .replaceAll(/['’]/g, "")
    .replaceAll("&", " and ")
    .match(/[\p{L}\p{N}]+/gu);
  return words ? ` ${words.join(" ")}` : "";
}

/** Without an article at the beginning. */
function startOf(words: string): string {
  return words.replace(/^ (the|a|an) (?=.)/, " ");
}
