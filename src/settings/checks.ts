/**
 * Checks of settings. Each takes the setting as `{ name: value }`, gives the value back where it is right, and
 * throws a RangeError that names the setting and its value where it is not.
 */
type Setting = Readonly<Record<string, number>>;

/** A finite number that is at least `least`. */
export function atLeast(least: number, setting: Setting): number {
  return checked(
    setting,
    (value) => Number.isFinite(value) && value >= least,
    `a number of at least ${least}`,
  );
}

/** A whole number that is at least `least`, or Infinity for «all». */
export function wholeOrAll(least: number, setting: Setting): number {
  const isRight = (value: number) => value === Infinity || (Number.isSafeInteger(value) && value >= least);
  return checked(setting, isRight, `a whole number of at least ${least}, or Infinity for all`);
}

/** A whole number that is at least `least`. */
export function wholeAtLeast(least: number, setting: Setting): number {
  return checked(
    setting,
    (value) => Number.isSafeInteger(value) && value >= least,
    `a whole number of at least ${least}`,
  );
}

/** A share from 0 to below 1. */
export function shareBelow1(setting: Setting): number {
  return checked(setting, (value) => value >= 0 && value < 1, "a share from 0 to below 1");
}

/** A share above 0, up to 1. */
export function shareAbove0(setting: Setting): number {
  return checked(setting, (value) => value > 0 && value <= 1, "a share above 0, up to 1");
}

/** One of some words. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  setting: Readonly<Record<string, Word>>,
): Word {
  const [[name, word]] = Object.entries(setting) as [[string, Word]];
  if (words.includes(word)) return word;
  throw new RangeError(`${name}: "${word}" is none of ${words.map((known) => `"${known}"`).join(", ")}`);
}

function checked(setting: Setting, isRight: (value: number) => boolean, wanted: string): number {
  const [[name, value]] = Object.entries(setting) as [[string, number]];
  if (!isRight(value)) throw new RangeError(`${name}: ${value} is not ${wanted}`);
  return value;
}
