/** Numbers of 64 bits, or of 32 bits, which have 7 digits. */
export type FloatPrecision = "double" | "single";

/**
 * Rounds numbers in place to those that the precision has: none for "double". Plain: `numbers[k] =
 * Math.fround(numbers[k])`. O(numbers).
 */
export function roundToPrecision(precision: FloatPrecision, numbers: Float64Array): void {
  if (precision === "single") numbers.set(new Float32Array(numbers));
}
