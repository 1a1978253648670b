import { forgetGuess, keepGuess } from "./exercises/guesses.js";
import { valueText } from "./exercises/value-text.js";
import { currentHost } from "./hosts/current-host.js";
import { isUntouched } from "./judging/is-untouched.js";
import { line } from "./tables/line.js";

/**
 * Keeps what the reader expects, before the cell that shows it; `reveal` compares it with what is
 * true. `"?"` and NaN are no guess.
 *
 * @throws TypeError for anything but a number or a text.
 * @example
 * guess("guess 1", 100);
 */
export function guess(name: string, value: number | string): void {
  if (isUntouched(value)) {
    forgetGuess(name);
    currentHost().show(line(`○ ${name}: not guessed yet; write your guess, and run the cell`));
    return;
  }
  if (typeof value !== "number" && typeof value !== "string") {
    throw new TypeError(`guess "${name}" is ${String(value)}; guess a number or a text`);
  }
  keepGuess(name, value);
  currentHost().show(line(`✓ ${name}: you guess ${valueText(value)}`));
}
