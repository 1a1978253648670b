/** The scalar product of `width` numbers, in the order of `fastDot` of kernels/dense. */
// @ts-ignore: decorator
@inline
export function fastDot(x: usize, y: usize, width: i32): f64 {
  let sum01 = f64x2.splat(0);
  let sum23 = sum01;
  const whole = <usize>(width & ~3) << 3;
  let k: usize = 0;
  for (; k < whole; k += 32) {
    sum01 = f64x2.add(sum01, f64x2.mul(v128.load(x + k), v128.load(y + k)));
    sum23 = f64x2.add(sum23, f64x2.mul(v128.load(x + k, 16), v128.load(y + k, 16)));
  }
  let sum0 = f64x2.extract_lane(sum01, 0);
  for (const end = <usize>width << 3; k < end; k += 8) sum0 += load<f64>(x + k) * load<f64>(y + k);
  return sum0 + f64x2.extract_lane(sum01, 1) + f64x2.extract_lane(sum23, 0) + f64x2.extract_lane(sum23, 1);
}

/** into += scale × row. */
// @ts-ignore: decorator
@inline
export function addRow(row: usize, scale: f64, into: usize, bytes: usize): void {
  const times = f64x2.splat(scale);
  for (let k: usize = 0; k < bytes; k += 16) {
    v128.store(into + k, f64x2.add(v128.load(into + k), f64x2.mul(times, v128.load(row + k))));
  }
}

/** s0 × r0 + s1 × r1 + (s2 × r2 + s3 × r3), the order of `addRows` of kernels/dense. */
// @ts-ignore: decorator
@inline
function fourProducts(s0: v128, s1: v128, s2: v128, s3: v128, r0: v128, r1: v128, r2: v128, r3: v128): v128 {
  const half = f64x2.add(f64x2.mul(s0, r0), f64x2.mul(s1, r1));
  return f64x2.add(half, f64x2.add(f64x2.mul(s2, r2), f64x2.mul(s3, r3)));
}

/** into += Σ scale × row, over four rows whose scales follow one another in memory. */
// @ts-ignore: decorator
@inline
export function addFourRows(r0: usize, r1: usize, r2: usize, r3: usize, scales: usize, into: usize, bytes: usize): void {
  const s0 = v128.load64_splat(scales);
  const s1 = v128.load64_splat(scales, 8);
  const s2 = v128.load64_splat(scales, 16);
  const s3 = v128.load64_splat(scales, 24);
  for (let k: usize = 0; k < bytes; k += 16) {
    const sum = fourProducts(s0, s1, s2, s3, v128.load(r0 + k), v128.load(r1 + k), v128.load(r2 + k), v128.load(r3 + k));
    v128.store(into + k, f64x2.add(v128.load(into + k), sum));
  }
}

/**
 * Two scalar products with x, one in each lane, each summed from the first number to the last.
 * `sums` are those of the numbers before.
 */
// @ts-ignore: decorator
@inline
export function twoDots(sums: v128, r0: v128, r1: v128, low: v128, high: v128): v128 {
  const first = f64x2.add(sums, f64x2.mul(v128.shuffle<f64>(r0, r1, 0, 2), low));
  return f64x2.add(first, f64x2.mul(v128.shuffle<f64>(r0, r1, 1, 3), high));
}
