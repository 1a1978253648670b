const guesses = new Map<string, number | string>();

/** Keeps a guess for this session, in place of an earlier one of this name. */
export function keepGuess(name: string, value: number | string): void {
  guesses.set(name, value);
}

/** Removes the guess of this name. */
export function forgetGuess(name: string): void {
  guesses.delete(name);
}

/** The guess of this name; undefined if nothing was guessed. */
export function guessOf(name: string): number | string | undefined {
  return guesses.get(name);
}
