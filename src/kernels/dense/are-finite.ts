/**
 * Whether no number is NaN or infinite. Plain: `numbers.every(Number.isFinite)`, eight times as
 * slow.
 */
export function areFinite(numbers: Float64Array | Float32Array): boolean {
  for (let k = 0; k < numbers.length; k++) if (!Number.isFinite(numbers[k])) return false;
  return true;
}
