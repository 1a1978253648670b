/**
 * The n-th whole number from 0 on, counted from 0, that is not among the ascending `numbers` from `start` to below `end`. O(log of how many
 * those are).
 */
export function missingNumber(numbers: Int32Array, start: number, end: number, n: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    // numbers[middle] − (middle − start) numbers are missing before it.
    if (numbers[middle]! - (middle - start) <= n) low = middle + 1;
    else high = middle;
  }
  return n + low - start;
}
