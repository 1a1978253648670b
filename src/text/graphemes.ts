const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("en") : undefined;

/**
 * The characters of a text as a reader counts them: an emoji or a letter with combining accents is
 * one, even if it takes several UTF-16 units. Falls back to code points without `Intl.Segmenter`.
 *
 * @example
 * graphemes("a👩‍🚀é").length; // 3
 */
export function graphemes(text: string): string[] {
  return segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text];
}
