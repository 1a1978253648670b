/** A share that leaves something on both sides: above 0 and below 1; a RangeError names the setting and its value. */
export function checkedShare(setting: Readonly<Record<string, number>>): number {
  const [[name, share]] = Object.entries(setting);
  if (!(share > 0 && share < 1)) throw new RangeError(`${name}: ${share} is not a number between 0 and 1`);
  return share;
}

/** How many of `count` things a share is, rounded up, as scikit-learn does; what only floating point adds is not. */
export function shareOf(count: number, share: number): number {
  return Math.ceil(count * share - 1e-9);
}
