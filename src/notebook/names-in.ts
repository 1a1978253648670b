import { similarTexts } from "../text/similar-texts.js";

/** Options of {@link namesIn}. */
export interface NamesInOptions {
  /** The name of the parameter with the list, for errors. */
  readonly parameter: string;
  /** All valid names. */
  readonly known: readonly string[];
}

/**
 * The names in a comma-separated list, in its order: the value of a parameter that selects several
 * things.
 *
 * @throws RangeError with the valid names, for a name that is unknown, repeated or empty.
 * @example
 * namesIn("Ease, Slim", { parameter: "models", known: ["Bpr", "Ease", "Slim"] });
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
  return new RangeError(`${parameter} names "${name}", which is not one of ${known.join(", ")}${hint}`);
}
