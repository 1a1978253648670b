import { plainText, similarTexts } from "../../../src/text/similar-texts.js";

const MOST = 20;

/**
 * The titles that begin with the text, then those in which a word does, those that contain it, and
 * similar ones; at most 20. Ignores case and accents.
 */
export function matchingTitles(text: string, titles: readonly string[]): string[] {
  const wanted = plainText(text.trim());
  if (wanted === "") return titles.slice(0, MOST);
  const found: string[][] = [[], [], []];
  for (const title of titles) {
    const place = ` ${plainText(title)}`.indexOf(wanted);
    if (place < 0) continue;
    const isWord = ` ${plainText(title)}`.includes(` ${wanted}`);
    found[place === 1 ? 0 : isWord ? 1 : 2]?.push(title);
  }
  const best = found.flat();
  const similar = best.length < MOST ? similarTexts(text, titles, { count: MOST, atLeast: 0.4 }) : [];
  return [...new Set([...best, ...similar])].slice(0, MOST);
}
