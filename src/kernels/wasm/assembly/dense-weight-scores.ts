// The loop of src/kernels/item-weights/dense-weight-scores.ts for many users, with its order of
// additions.
import { multiplyAdd } from "./multiply-add";

/**
 * Writes the scores of the items of the panels `from` to below `to`, eight items each, for all
 * users of a tile.
 *
 * @param scratch a panel: read in order once, it stays in a core's cache for all users
 * @param weights panel after panel: n rows of the eight weights to its items
 * @param starts where each user's items begin in `indices` and `values`; one longer than users
 * @param into rows of `size` numbers, a multiple of 8
 */
export function denseWeightScores(
  from: i32,
  to: i32,
  scratch: usize,
  weights: usize,
  n: i32,
  starts: usize,
  indices: usize,
  values: usize,
  users: i32,
  into: usize,
  size: i32,
): void {
  for (let panel = from; panel < to; panel++) {
    const bytes = (<usize>n) << 6;
    memory.copy(scratch, weights + (<usize>panel) * bytes, bytes);
    let place = into + ((<usize>panel) << 6);
    for (let user = 0; user < users; user++, place += (<usize>size) << 3) {
      let sum0 = f64x2.splat(0);
      let sum1 = sum0;
      let sum2 = sum0;
      let sum3 = sum0;
      const end = load<i32>(starts + ((<usize>(user + 1)) << 2));
      for (let k = load<i32>(starts + ((<usize>user) << 2)); k < end; k++) {
        const row = scratch + ((<usize>load<i32>(indices + ((<usize>k) << 2))) << 6);
        const value = v128.load64_splat(values + ((<usize>k) << 3));
        sum0 = multiplyAdd(value, v128.load(row), sum0);
        sum1 = multiplyAdd(value, v128.load(row, 16), sum1);
        sum2 = multiplyAdd(value, v128.load(row, 32), sum2);
        sum3 = multiplyAdd(value, v128.load(row, 48), sum3);
      }
      v128.store(place, sum0);
      v128.store(place, sum1, 16);
      v128.store(place, sum2, 32);
      v128.store(place, sum3, 48);
    }
  }
}
