import { similarTexts } from "../text/similar-texts.js";

/** What {@link namesIn} goes by. */
export interface NamesInOptions {
  /** The parameter that holds the list, for errors. */
  readonly parameter: string;
  /** All that may be named. */
  readonly known: readonly string[];
}

/**
 * The names in a list with commas, in its order: a parameter that says which of several things are wanted.
 *
 * @throws RangeError that lists what is known, for a name that is unknown, comes twice or is missing.
 * @example
 * namesIn("Ease, Slim", { parameter: "models", known: ["Bpr", "Ease", "Slim"] }); // ["Ease", "Slim"]
 */
export function namesIn(list: string, { parameter, known }: NamesInOptions): string[] {
  const names = list.split(",").map((name) => name.trim());
  for (const [place, name] of names.entries()) {
    if (!known.includes(name)) throw unknownName(name, parameter, known);
    if (names.indexOf(name) < place)
      throw new RangeError(`${parameter} names "${name}" twice; leave one of them out`);
  }
  return names;
}

function unknownName(name: string, parameter: string, known: readonly string[]): RangeError {
  const [nearest] = similarTexts(name, known);
  const hint = nearest ? `; did you mean "${nearest}"?` : "";
  return new RangeError(`${parameter} names "${name}", which is none of ${known.join(", ")}${hint}`);
}
