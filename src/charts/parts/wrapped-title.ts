import { escapeHtml } from "../../text/escape-html.js";
import { mainTitle } from "../../text/main-title.js";
import { shortenedTitle } from "../../text/shortened-title.js";

/**
 * A title as a label of at most two lines of about `longest` characters, escaped. A title that is
 * too long for one line loses its other titles in parentheses first; one that is too long for two
 * is cut in front of its year.
 */
export function wrappedTitle(title: string, longest: number): string {
  if (title.length <= longest) return escapeHtml(title);
  const main = shortenedTitle(mainTitle(title), 2 * longest);
  if (main.length <= longest) return escapeHtml(main);
  const spaces = [...main.matchAll(/ /g)].map(({ index }) => index);
  const middle = main.length / 2;
  const nearest = spaces.reduce(
    (best, place) => (Math.abs(place - middle) < Math.abs(best - middle) ? place : best),
    spaces[0] ?? -1,
  );
  if (nearest < 0) return escapeHtml(main);
  return `${escapeHtml(main.slice(0, nearest))}<br>${escapeHtml(main.slice(nearest + 1))}`;
}
