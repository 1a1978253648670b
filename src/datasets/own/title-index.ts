import type { Id } from "../../ratings/id-index.js";
import { naturalTitle } from "../../text/natural-title.js";
import { plainText } from "../../text/similar-texts.js";
import type { Movies } from "../movies/movies.js";

/** What a search by title and year finds: one movie, or the reason why not. */
export type Found = { readonly itemId: Id } | { readonly reason: string };

/** Sites differ by a year: a festival comes first, or another country. */
const YEARS_OFF = 1;
const LISTED = 3;

/**
 * Finds movies by title and year as other sites write them: without regard to case, accents,
 * punctuation and the article ("The Matrix" is "Matrix, The"), by another name in parentheses, or
 * by what is in front of a colon ("Star Wars"). The year may be off by one. Built in O(movies).
 */
export class TitleIndex {
  readonly #movies: Movies;
  readonly #byName = new Map<string, Set<Id>>();
  readonly #byStart = new Map<string, Set<Id>>();

  constructor(movies: Movies) {
    this.#movies = movies;
    for (const { itemId, title } of movies) {
      for (const name of namesOf(title)) {
        add(this.#byName, nameKey(name), itemId);
        const [start, ...rest] = name.split(/: | - /);
        if (rest.length > 0) add(this.#byStart, nameKey(start), itemId);
      }
    }
  }

  /** The only movie with this title and year. @param year NaN for any */
  find(title: string, year: number): Found {
    const key = nameKey(title);
    const byName = [...(this.#byName.get(key) ?? [])];
    const byStart = [...(this.#byStart.get(key) ?? [])];
    if (Number.isNaN(year)) return this.#onlyOne(byName.length > 0 ? byName : byStart);
    for (const ids of [byName, byStart]) {
      for (let off = 0; off <= YEARS_OFF; off++) {
        const near = ids.filter((itemId) => Math.abs(this.#movies.year(itemId) - year) === off);
        if (near.length > 0) return this.#onlyOne(near);
      }
    }
    const years = byName.map((itemId) => this.#movies.year(itemId)).filter((each) => !Number.isNaN(each));
    if (years.length > 0) return { reason: `the title is there, but of ${years.join(", ")} and not ${year}` };
    return this.#onlyOne([]);
  }

  #onlyOne(ids: readonly Id[]): Found {
    if (ids.length === 1) return { itemId: ids[0] };
    if (ids.length === 0) return { reason: "no movie has this title" };
    const titles = ids.slice(0, LISTED).map((itemId) => JSON.stringify(this.#movies.title(itemId)));
    return {
      reason: `it can be ${titles.join(" or ")}${ids.length > LISTED ? " or others" : ""}; add the year`,
    };
  }
}

/** The names of a movie: its title without the year, and those in parentheses. */
function namesOf(title: string): string[] {
  const name = title.replace(/ \(\d{4}\)$/, "");
  const others = Array.from(name.matchAll(/\(([^()]+)\)/g), ([, other]) => other.replace(/^a\.k\.a\. /, ""));
  return [name.replace(/ \([^()]+\)/g, ""), ...others].map(naturalTitle);
}

/** A name in lower case, without accents, punctuation and an article in front. */
function nameKey(name: string): string {
  const words = plainText(naturalTitle(name.trim()).replaceAll("&", " and "))
    .replace(/['’]/g, "")
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).join(" ").replace(/^(the|an?) (?=.)/, "");
}

function add(index: Map<string, Set<Id>>, key: string, itemId: Id): void {
  const known = index.get(key);
  if (known) known.add(itemId);
  else index.set(key, new Set([itemId]));
}
