// The loop of src/kernels/item-weights/dense-weight-scores.ts for many users, with its order of
// additions.
import { multiplyAdd } from "./multiply-add";

/**
 * Writes the scores of the items of the panels `from` to below `to`, eight items each, for all
 * users of a tile. The weights to a panel's items are copied to `scratch`, n rows of eight, so that
 * they stay in a core's cache for all users.
 *
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
    copyPanel(weights, n, panel << 3, scratch);
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

/** Copies the weights to the eight items from `first` on; 0 past the last item. */
function copyPanel(weights: usize, n: i32, first: i32, into: usize): void {
  const stride = (<usize>n) << 3;
  let row = weights + ((<usize>first) << 3);
  if (first + 8 <= n) {
    for (let i = 0; i < n; i++, row += stride, into += 64) {
      v128.store(into, v128.load(row));
      v128.store(into, v128.load(row, 16), 16);
      v128.store(into, v128.load(row, 32), 32);
      v128.store(into, v128.load(row, 48), 48);
    }
    return;
  }
  for (let i = 0; i < n; i++, row += stride, into += 64) {
    memory.fill(into, 0, 64);
    memory.copy(into, row, (<usize>(n - first)) << 3);
  }
}
