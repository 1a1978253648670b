import { multiplyAdd } from "./multiply-add";

/**
 * A tile of 4 × 4 of left × rightᵀ, added to what stands at `into`, or written there. Both panels
 * hold four rows side by side: four numbers for each of `depth` columns. The loop is not unrolled:
 * V8 would keep the sums in memory. Same order of additions as src/kernels/dense/add-tile.ts.
 *
 * @param stride bytes from one row of `into` to the next
 */
// @ts-ignore: decorator
@inline
export function tile(left: usize, right: usize, depth: i32, into: usize, stride: usize, adds: bool): void {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  const end = right + ((<usize>depth) << 5);
  for (; right < end; left += 32, right += 32) {
    const y0 = v128.load(right);
    const y1 = v128.load(right, 16);
    let x = v128.load64_splat(left);
    a0 = multiplyAdd(x, y0, a0);
    a1 = multiplyAdd(x, y1, a1);
    x = v128.load64_splat(left, 8);
    b0 = multiplyAdd(x, y0, b0);
    b1 = multiplyAdd(x, y1, b1);
    x = v128.load64_splat(left, 16);
    c0 = multiplyAdd(x, y0, c0);
    c1 = multiplyAdd(x, y1, c1);
    x = v128.load64_splat(left, 24);
    d0 = multiplyAdd(x, y0, d0);
    d1 = multiplyAdd(x, y1, d1);
  }
  put(into, a0, a1, adds);
  put(into + stride, b0, b1, adds);
  put(into + 2 * stride, c0, c1, adds);
  put(into + 3 * stride, d0, d1, adds);
}

// @ts-ignore: decorator
@inline
function put(into: usize, low: v128, high: v128, adds: bool): void {
  v128.store(into, adds ? f64x2.add(v128.load(into), low) : low);
  v128.store(into, adds ? f64x2.add(v128.load(into, 16), high) : high, 16);
}
