/**
 * How many digits a number is written with, without zeros at either end.
 *
 * @example
 * significantDigits(0.0566); // 3
 */
export function significantDigits(value: number): number {
  const [mantissa] = Math.abs(value).toExponential().split("e");
  return mantissa.replace(".", "").length;
}
