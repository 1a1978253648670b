/**
 * An answer as the files of exercises hold it: the base64 of its JSON in UTF-8, so that nobody
 * reads it by accident.
 */
export function hiddenAnswer(answer: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(answer));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/**
 * The answer in a text of {@link hiddenAnswer}. Throws an error of JSON or base64 for any other
 * text.
 */
export function shownAnswer(hidden: string): unknown {
  const bytes = Uint8Array.from(atob(hidden), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}
