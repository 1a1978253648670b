/**
 * The value of an option that counts something.
 *
 * @throws RangeError for anything but a whole number of at least 1
 */
export function checkCount(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 1) return value;
  throw new RangeError(`${name}: ${value} is not a whole number of at least 1; give one, such as 10`);
}

/** @throws RangeError for anything but milliseconds above 0 */
export function checkTimeout(timeout: number): number {
  if (Number.isFinite(timeout) && timeout > 0) return timeout;
  throw new RangeError(`timeout: ${timeout} is not a number above 0; give milliseconds, such as 60000`);
}
