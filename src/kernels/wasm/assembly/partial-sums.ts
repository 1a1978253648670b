import { multiplyAdd } from "./multiply-add";

/**
 * The scalar product of `width` numbers, added in the order of src/kernels/dense/fast-dot.ts: four
 * sums, of which the first gets what is left over.
 */
// @ts-ignore: decorator
@inline
export function dotOfRows(x: usize, y: usize, width: i32): f64 {
  const whole = (<usize>(width & ~3)) << 3;
  let low = f64x2.splat(0);
  let high = low;
  for (let at: usize = 0; at < whole; at += 32) {
    low = multiplyAdd(v128.load(x + at), v128.load(y + at), low);
    high = multiplyAdd(v128.load(x + at, 16), v128.load(y + at, 16), high);
  }
  return sumOfParts(low, high, x + whole, y + whole, (<usize>(width & 3)) << 3);
}

/** The four sums and the products that are left over, in `bytes` from x and y on. */
// @ts-ignore: decorator
@inline
export function sumOfParts(low: v128, high: v128, x: usize, y: usize, bytes: usize): f64 {
  let sum = f64x2.extract_lane(low, 0);
  for (let at: usize = 0; at < bytes; at += 8) sum += load<f64>(x + at) * load<f64>(y + at);
  return sum + f64x2.extract_lane(low, 1) + f64x2.extract_lane(high, 0) + f64x2.extract_lane(high, 1);
}
