/**
 * The texts most similar to `wanted`, best first, for "did you mean …": those whose Dice
 * coefficient
 *
 *     2 × shared / (pairs of one + pairs of the other)
 *
 * of pairs of adjacent letters is `atLeast` so high. Ignores case and accents. O(all letters).
 */
export function similarTexts(
  wanted: string,
  texts: Iterable<string>,
  { count = 5, atLeast = 0.3 } = {},
): string[] {
  const wantedPairs = letterPairs(wanted);
  const found: { text: string; similarity: number }[] = [];
  for (const text of new Set(texts)) {
    const similarity = diceCoefficient(letterPairs(text), wantedPairs);
    if (similarity >= atLeast) found.push({ text, similarity });
  }
  found.sort((a, b) => b.similarity - a.similarity);
  return found.slice(0, count).map(({ text }) => text);
}

/** Lower case without accents: "Á köldum" becomes "a koldum". */
export function plainText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The share that two sets have in common: 2 × shared / (size of one + size of the other). */
export function diceCoefficient(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared++;
  return (2 * shared) / (first.size + second.size);
}

/** The pairs of adjacent letters of a text, with its start and its end. */
export function letterPairs(text: string): Set<string> {
  const padded = ` ${plainText(text)} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, start) => padded.slice(start, start + 2)));
}
