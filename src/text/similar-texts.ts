/**
 * The texts most like a wanted one, best first, for «did you mean …»: how many pairs of neighbouring letters two
 * texts share (Dice's coefficient, 2 × shared / (pairs of one + pairs of the other)), case and accents aside. O(all letters).
 */
export function similarTexts(
  wanted: string,
  texts: Iterable<string>,
  { count = 5, atLeast = 0.3 } = {},
): string[] {
  const wantedPairs = letterPairs(wanted);
  const found: { text: string; likeness: number }[] = [];
  for (const text of new Set(texts)) {
    const pairs = letterPairs(text);
    let shared = 0;
    for (const pair of pairs) if (wantedPairs.has(pair)) shared++;
    const likeness = (2 * shared) / (pairs.size + wantedPairs.size);
    if (likeness >= atLeast) found.push({ text, likeness });
  }
  found.sort((a, b) => b.likeness - a.likeness);
  return found.slice(0, count).map(({ text }) => text);
}

/** Lower case without accents: "Á köldum" becomes "a koldum". */
export function plainText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function letterPairs(text: string): Set<string> {
  const padded = ` ${plainText(text)} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, start) => padded.slice(start, start + 2)));
}
