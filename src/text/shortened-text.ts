import { graphemes } from "./graphemes.js";

/**
 * A text cut to at most `longest` characters, the last of which is then "…". Cuts between
 * {@link graphemes}.
 *
 * @example
 * shortenedText("abcdef", 4); // "abc…"
 */
export function shortenedText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = graphemes(text);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
}
