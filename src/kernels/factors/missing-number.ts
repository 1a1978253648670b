/**
 * The n-th whole number, counted from 0, that is not among the ascending `numbers[start]` to
 * `numbers[end - 1]`. Binary search without a branch that the processor could mispredict:
 * O(log(end − start)).
 */
export function missingNumber(numbers: Int32Array, start: number, end: number, n: number): number {
  let low = start;
  let size = end - start;
  while (size > 0) {
    const half = (size + 1) >> 1;
    const middle = low + half - 1;
    const missingBefore = numbers[middle] - (middle - start);
    // Plain: if (missingBefore <= n) low += half;
    low += half & ~((n - missingBefore) >> 31);
    size -= half;
  }
  return n + low - start;
}
