/**
 * The notebooks that were rewritten for these limits; those after them are not. Add the name of
 * each when it is done.
 */
export const REWRITTEN: readonly string[] = [
  "00-start-here",
  "01-explore-ratings",
  "02-popularity",
  "03-genres",
  "04-similar-movies",
  "05-item-based",
  "06-nearest-users",
  "07-factorization",
  "08-taste-groups",
  "09-measure",
  "10-hybrid",
  "11-state-of-the-art",
  "12-your-own",
  "13-factorization-machines",
  "14-large",
];

/** The most words of a notebook outside its folded parts. */
const MAX_WORDS = 2300;
const MORE_WORDS: Readonly<Record<string, number>> = { "07-factorization": 3000 };

/** The most words of one cell of prose. */
const MAX_CELL_WORDS = 90;

/** The fewest claims of all notebooks together. */
export const MIN_CLAIMS = 100;

/**
 * What is too long in a notebook: a sentence for each.
 * @param words of each prose cell
 */
export function tooLong(name: string, words: readonly number[]): string[] {
  const total = words.reduce((sum, count) => sum + count, 0);
  const most = MORE_WORDS[name] ?? MAX_WORDS;
  return [
    ...(total > most ? [`${name} has ${total} words outside folded parts; ${most} are the most`] : []),
    ...words.flatMap((count, index) =>
      count > MAX_CELL_WORDS
        ? [`${name}: prose cell ${index + 1} has ${count} words; ${MAX_CELL_WORDS} are the most`]
        : [],
    ),
  ];
}
