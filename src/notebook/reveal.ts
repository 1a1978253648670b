import { distanceText } from "./exercises/distance-text.js";
import { guessOf } from "./exercises/guesses.js";
import { valueText } from "./exercises/value-text.js";
import { currentHost } from "./hosts/current-host.js";
import { line } from "./tables/line.js";

/**
 * Shows what is true beside the guess of this name, and how far off that was.
 *
 * @example
 * reveal("guess 1", 329);
 */
export function reveal(name: string, actual: number | string): void {
  const guessed = guessOf(name);
  const truth = `${name}: it is ${valueText(actual)}`;
  const text =
    guessed === undefined
      ? `${truth}. You have not guessed; a guess before you look makes the answer easier to remember.`
      : `${truth}; you guessed ${valueText(guessed)}: ${distanceText(guessed, actual)}.`;
  currentHost().show(line(text));
}
