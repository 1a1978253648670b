import { graphemes } from "./graphemes.js";

/**
 * A title cut to at most `longest` characters, in front of its last six: the year of a movie. Cuts
 * between {@link graphemes}.
 *
 * @example
 * const title = "Three Billboards Outside Ebbing, Missouri (2017)";
 * shortenedTitle(title, 30); // "Three Billboards Outsi… (2017)"
 */
export function shortenedTitle(title: string, longest: number): string {
  if (title.length <= longest) return title;
  const characters = graphemes(title);
  if (characters.length <= longest) return title;
  return `${characters.slice(0, longest - 8).join("")}… ${characters.slice(-6).join("")}`;
}
