import type { Movies } from "../../datasets/movies/movies.js";
import type { Id } from "../../ratings/id-index.js";
import { escapeHtml } from "../../text/escape-html.js";
import { shortenedTitle } from "../../text/shortened-title.js";

/** A movie's title, escaped and cut to `longest` characters; its id where no title is known. */
export function movieName(itemId: Id, movies?: Movies, longest = Number.POSITIVE_INFINITY): string {
  return escapeHtml(movies?.has(itemId) ? shortenedTitle(movies.title(itemId), longest) : `item ${itemId}`);
}
