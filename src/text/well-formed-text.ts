/**
 * A text with U+FFFD in place of each lone surrogate, which UTF-8 cannot encode and Jupyter's
 * nbformat fails on.
 *
 * @example
 * wellFormedText("half \ud83d"); // "half \ufffd"
 */
export function wellFormedText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
