import { naturalTitle } from "./natural-title.js";
import { diceCoefficient, letterPairs, plainText } from "./similar-texts.js";

const YEAR = / \((\d{4})\)$/;
/** A subtitle or another name begins after these. */
const SEGMENT_STARTS = /: | - | \((?=\D)/;
/** The weight of the whole name beside that of its start, which decides between equal starts. */
const WHOLE_NAME = 0.1;
const SAME_YEAR = 0.1;

/**
 * The titles of movies most similar to `wanted`, best first. The similarity is the Dice coefficient
 * of pairs of adjacent letters, as in `similarTexts`, but of the start of a title or of its
 * subtitle, as long as what is wanted: "Star Warz (1977)" is similar to "Star Wars: Episode IV - A
 * New Hope (1977)". The same year counts in addition; articles do not count. O(all letters).
 */
export function similarTitles(
  wanted: string,
  titles: Iterable<string>,
  { count = 5, atLeast = 0.4 } = {},
): string[] {
  const name = nameOf(wanted);
  const year = YEAR.exec(wanted)?.[1];
  const found: { title: string; similarity: number }[] = [];
  for (const title of new Set(titles)) {
    const ofName = similarityOfNames(name, title);
    const hasYear = year !== undefined && YEAR.exec(title)?.[1] === year;
    if (ofName >= atLeast) found.push({ title, similarity: ofName + (hasYear ? SAME_YEAR : 0) });
  }
  found.sort((a, b) => b.similarity - a.similarity);
  return found.slice(0, count).map(({ title }) => title);
}

function similarityOfNames(wanted: string, title: string): number {
  const segments = naturalTitle(title).replace(YEAR, "").split(SEGMENT_STARTS).map(nameOf);
  const starts = segments.map((segment) => similarity(wanted, startOf(segment, wanted.length)));
  return (1 - WHOLE_NAME) * Math.max(...starts) + WHOLE_NAME * similarity(wanted, segments.join(" "));
}

/** The first words of a name, so many that they are about as long as what is wanted. */
function startOf(name: string, length: number): string {
  const end = name.indexOf(" ", Math.max(0, length - 1));
  return end < 0 ? name : name.slice(0, end);
}

/** The words in lower case, without the year and an article in front. */
function nameOf(title: string): string {
  const words = plainText(naturalTitle(title.trim()).replace(YEAR, "")).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join(" ").replace(/^(the|a|an) (?=.)/, "");
}

/** A name that is much shorter or longer has fewer letters to differ in, and counts less. */
function similarity(first: string, second: string): number {
  const [short, long] = [first.length, second.length].sort((a, b) => a - b);
  return diceCoefficient(letterPairs(first), letterPairs(second)) * Math.sqrt(short / long);
}
