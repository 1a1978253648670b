import { naturalTitle } from "../../text/natural-title.js";
import { plainText } from "../../text/similar-texts.js";

/** How a title differs from another that names the same movie. */
export type TitleDifference = "none" | "article" | "case" | "year";

const YEAR = / \(\d{4}\)$/;

/**
 * How `given` differs from a title, if both name the same movie: only where the article stands,
 * only in capitals, accents or punctuation, or by a missing year. Undefined for another movie.
 *
 * @example
 * titleDifference("The Matrix (1999)", "Matrix, The (1999)"); // "article"
 */
export function titleDifference(given: string, title: string): TitleDifference | undefined {
  if (given.trim() === title) return "none";
  if (naturalTitle(given.trim()) === naturalTitle(title)) return "article";
  const [wanted, found] = [title, given.trim()].map(simple);
  if (found === wanted || withoutArticle(found) === withoutArticle(wanted)) return "case";
  if (YEAR.test(given.trim()) || !YEAR.test(title)) return undefined;
  const [short, own] = [wanted.replace(/ \d{4}$/, ""), found].map(withoutArticle);
  return short === own ? "year" : undefined;
}

/** The words in lower case, with the article in front. */
function simple(title: string): string {
  return (
    plainText(naturalTitle(title))
      .replaceAll(/['’]/g, "")
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  );
}

function withoutArticle(words: string): string {
  return words.replace(/^(the|a|an) (?=.)/, "");
}
