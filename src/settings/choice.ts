import { type DefaultFor, quoted, type Setting } from "./setting.js";

/** A setting that is one of some words. */
/* @__NO_SIDE_EFFECTS__ */
export function choice<const Word extends string>(
  words: readonly Word[],
  options: { readonly default: Word; readonly defaultFor?: DefaultFor<Word> },
): Setting<Word> {
  const list = words.map((word) => `"${word}"`).join(", ");
  return {
    kind: "choice",
    takes: `one of ${list}`,
    options: words,
    default: options.default,
    defaultFor: options.defaultFor ?? {},
    check(name, value) {
      const word = words.find((known) => known === value);
      if (word !== undefined) return word;
      throw new RangeError(`${name}: ${quoted(value)} is none of ${list}`);
    },
  };
}
