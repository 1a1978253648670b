/** Where the browser keeps which exercises are solved: one text for all notebooks of the page. */
const KEY = `reelbook solved exercises ${new URL("..", location.href).pathname}`;

/** What was kept last; undefined if nothing was, or if the browser keeps nothing. */
export function readSolved(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a text, where the browser lets the page keep anything; else it is kept until it is closed.
 */
export function keepSolved(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // The workers still know it.
  }
}
