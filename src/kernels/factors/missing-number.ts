/**
 * The n-th whole number from 0 on, counted from 0, that is not among the ascending `numbers` from `start` to below `end`. O(log of how many
 * those are), without a branch that a processor could guess wrongly.
 */
export function missingNumber(numbers: Int32Array, start: number, end: number, n: number): number {
  let low = start;
  let size = end - start;
  while (size > 0) {
    const half = (size + 1) >> 1;
    const middle = low + half - 1;
    const missingBefore = numbers[middle] - (middle - start);
    // Plus half where missingBefore <= n.
    low += half & ~((n - missingBefore) >> 31);
    size -= half;
  }
  return n + low - start;
}
