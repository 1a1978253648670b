import { graphemes } from "./graphemes.js";

/**
 * A text of at most so many characters; where it is cut, the last one is "…". No character is cut in two.
 *
 * @example
 * shortenedText("abcdef", 4); // "abc…"
 */
export function shortenedText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = graphemes(text);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
}
