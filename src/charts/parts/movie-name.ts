import type { Movies } from "../../datasets/movies/movies.js";
import type { Id } from "../../ratings/id-index.js";
import { escapeHtml } from "../../text/escape-html.js";
import { mainTitle } from "../../text/main-title.js";
import { shortenedTitle } from "../../text/shortened-title.js";

/**
 * A movie's title, escaped; its id where no title is known. One longer than `longest` characters
 * loses its other titles in parentheses, and is then cut.
 */
export function movieName(itemId: Id, movies?: Movies, longest = Number.POSITIVE_INFINITY): string {
  if (!movies?.has(itemId)) return escapeHtml(`item ${itemId}`);
  const title = movies.title(itemId);
  return escapeHtml(title.length <= longest ? title : shortenedTitle(mainTitle(title), longest));
}
