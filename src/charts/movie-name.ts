import type { Movies } from "../datasets/movies.js";
import type { Id } from "../ratings/id-index.js";
import { escapeHtml } from "./escape-html.js";

/** A movie's title as plotly may show it, or its id where no title is known. */
export function movieName(itemId: Id, movies?: Movies): string {
  return escapeHtml(movies?.has(itemId) ? movies.title(itemId) : `item ${itemId}`);
}
