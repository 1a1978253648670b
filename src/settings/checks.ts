import { quoted } from "./setting.js";

/**
 * An option as `{ name: value }`. Each check returns the value, or throws a RangeError with its
 * name and value. Settings of models are declared with `defineSettings` instead.
 */
type Option = Readonly<Record<string, number>>;

/** A finite number that is at least `least`. */
export function atLeast(least: number, option: Option): number {
  return checked(
    option,
    (value) => Number.isFinite(value) && value >= least,
    `a number of at least ${least}`,
  );
}

/** A whole number that is at least `least`, or Infinity for all. */
export function wholeOrAll(least: number, option: Option): number {
  const isRight = (value: number) => value === Infinity || (Number.isSafeInteger(value) && value >= least);
  return checked(option, isRight, `a whole number of at least ${least}, or Infinity for all`);
}

/** A whole number that is at least `least`. */
export function wholeAtLeast(least: number, option: Option): number {
  return checked(
    option,
    (value) => Number.isSafeInteger(value) && value >= least,
    `a whole number of at least ${least}`,
  );
}

/** A share from 0 to 1. */
export function shareFrom0To1(option: Option): number {
  return checked(option, (value) => value >= 0 && value <= 1, "a share from 0 to 1");
}

/** A share from 0 to below 1. */
export function shareBelow1(option: Option): number {
  return checked(option, (value) => value >= 0 && value < 1, "a share from 0 to below 1");
}

/** A share above 0, up to 1. */
export function shareAbove0(option: Option): number {
  return checked(option, (value) => value > 0 && value <= 1, "a share above 0, up to 1");
}

/** A share above 0 and below 1. */
export function shareBetween0And1(option: Option): number {
  return checked(option, (value) => value > 0 && value < 1, "a share above 0 and below 1");
}

/** One of some words. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  option: Readonly<Record<string, Word>>,
): Word {
  const [[name, word]] = Object.entries(option) as [[string, Word]];
  if (words.includes(word)) return word;
  const known = words.map(quoted).join(", ");
  throw new RangeError(`${name}: ${quoted(word)} is none of ${known}`);
}

function checked(option: Option, isRight: (value: number) => boolean, wanted: string): number {
  const [[name, value]] = Object.entries(option) as [[string, number]];
  if (!isRight(value)) throw new RangeError(`${name}: ${quoted(value)} is not ${wanted}`);
  return value;
}
