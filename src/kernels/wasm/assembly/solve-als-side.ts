import { AlsSide } from "./als-side";
import { addRow, fastDot } from "./double-rows";
import { addWeightedProducts, panelBytes } from "./weighted-products";

/** The four scalar products of rows `bytes` apart, the first at x, with y; each as `fastDot`. */
// @ts-ignore: decorator
@inline
function subtractDots(x: usize, bytes: usize, y: usize, length: i32, from: usize, divisor: f64): void {
  const x1 = x + bytes;
  const x2 = x1 + bytes;
  const x3 = x2 + bytes;
  let a = f64x2.splat(0);
  let a2 = a;
  let b = a;
  let b2 = a;
  let c = a;
  let c2 = a;
  let d = a;
  let d2 = a;
  const whole = <usize>(length & ~3) << 3;
  let k: usize = 0;
  for (; k < whole; k += 32) {
    const low = v128.load(y + k);
    const high = v128.load(y + k, 16);
    a = f64x2.add(a, f64x2.mul(v128.load(x + k), low));
    a2 = f64x2.add(a2, f64x2.mul(v128.load(x + k, 16), high));
    b = f64x2.add(b, f64x2.mul(v128.load(x1 + k), low));
    b2 = f64x2.add(b2, f64x2.mul(v128.load(x1 + k, 16), high));
    c = f64x2.add(c, f64x2.mul(v128.load(x2 + k), low));
    c2 = f64x2.add(c2, f64x2.mul(v128.load(x2 + k, 16), high));
    d = f64x2.add(d, f64x2.mul(v128.load(x3 + k), low));
    d2 = f64x2.add(d2, f64x2.mul(v128.load(x3 + k, 16), high));
  }
  let sumA = f64x2.extract_lane(a, 0);
  let sumB = f64x2.extract_lane(b, 0);
  let sumC = f64x2.extract_lane(c, 0);
  let sumD = f64x2.extract_lane(d, 0);
  for (const end = <usize>length << 3; k < end; k += 8) {
    const value = load<f64>(y + k);
    sumA += load<f64>(x + k) * value;
    sumB += load<f64>(x1 + k) * value;
    sumC += load<f64>(x2 + k) * value;
    sumD += load<f64>(x3 + k) * value;
  }
  sumA = sumA + f64x2.extract_lane(a, 1) + f64x2.extract_lane(a2, 0) + f64x2.extract_lane(a2, 1);
  sumB = sumB + f64x2.extract_lane(b, 1) + f64x2.extract_lane(b2, 0) + f64x2.extract_lane(b2, 1);
  sumC = sumC + f64x2.extract_lane(c, 1) + f64x2.extract_lane(c2, 0) + f64x2.extract_lane(c2, 1);
  sumD = sumD + f64x2.extract_lane(d, 1) + f64x2.extract_lane(d2, 0) + f64x2.extract_lane(d2, 1);
  store<f64>(from, (load<f64>(from) - sumA) / divisor);
  from += bytes;
  store<f64>(from, (load<f64>(from) - sumB) / divisor);
  from += bytes;
  store<f64>(from, (load<f64>(from) - sumC) / divisor);
  from += bytes;
  store<f64>(from, (load<f64>(from) - sumD) / divisor);
}

/**
 * `choleskySolve` of kernels/dense, with the same sums in the same order. Rows are `bytes` apart.
 */
export function choleskySolve(matrix: usize, vector: usize, n: i32, bytes: usize): bool {
  for (let column = 0; column < n; column++) {
    const pivots = matrix + <usize>column * bytes;
    const place = <usize>column << 3;
    const pivot = load<f64>(pivots + place);
    const sum = pivot - fastDot(pivots, pivots, column);
    if (!(sum > pivot * n * f64.EPSILON)) return false;
    const root = Math.sqrt(sum);
    store<f64>(pivots + place, root);
    let row = column + 1;
    let line = pivots + bytes;
    for (; row + 3 < n; row += 4, line += 4 * bytes) subtractDots(line, bytes, pivots, column, line + place, root);
    for (; row < n; row++, line += bytes) {
      store<f64>(line + place, (load<f64>(line + place) - fastDot(line, pivots, column)) / root);
    }
  }
  for (let row = 0; row < n; row++) {
    const line = matrix + <usize>row * bytes;
    let sum = load<f64>(vector + (<usize>row << 3));
    for (let k: usize = 0; k < <usize>row << 3; k += 8) sum -= load<f64>(line + k) * load<f64>(vector + k);
    store<f64>(vector + (<usize>row << 3), sum / load<f64>(line + (<usize>row << 3)));
  }
  for (let row = n - 1; row >= 0; row--) {
    const place = <usize>row << 3;
    let sum = load<f64>(vector + place);
    for (let k = row + 1; k < n; k++) {
      sum -= load<f64>(matrix + <usize>k * bytes + place) * load<f64>(vector + (<usize>k << 3));
    }
    store<f64>(vector + place, sum / load<f64>(matrix + <usize>row * bytes + place));
  }
  return true;
}

/**
 * Solves the equations of the rows `from` to below `to` of one side: `solveAlsSide` of
 * src/kernels/factors, with its order of additions. `failed` becomes the first row that has no
 * unique solution; rows before it are solved. `scratch`: a matrix of `width` rows, and two panels
 * of `addWeightedProducts`.
 */
export function solveAlsSide(from: i32, to: i32, scratch: usize, side: AlsSide): void {
  const bytes = <usize>side.stride << 3;
  const width = side.width;
  const panels = scratch + <usize>width * bytes;
  const failed = changetype<usize>(side) + offsetof<AlsSide>("failed");
  for (let row = from; row < to && row < atomic.load<i32>(failed); row++) {
    const x = side.into + <usize>row * bytes;
    const start = load<i32>(side.starts + (<usize>row << 2));
    const end = load<i32>(side.starts + (<usize>row << 2), 4);
    memory.fill(x, 0, bytes);
    if (start == end) continue;
    memory.copy(scratch, side.base, <usize>width * bytes);
    addWeightedProducts(
      side.indices, side.weights, start, end, side.others, width, side.stride, 0, width, scratch, panels,
    );
    const lambda = load<f64>(side.regularization + (<usize>row << 3));
    for (let a = 0; a < width; a++) {
      const place = scratch + <usize>a * (bytes + 8);
      store<f64>(place, load<f64>(place) + lambda);
    }
    for (let k = start; k < end; k++) {
      const other = side.others + <usize>load<i32>(side.indices + (<usize>k << 2)) * bytes;
      addRow(other, load<f64>(side.targets + (<usize>k << 3)), x, bytes);
    }
    if (choleskySolve(scratch, x, width, bytes)) continue;
    let before = atomic.load<i32>(failed);
    while (row < before) {
      const found = atomic.cmpxchg<i32>(failed, before, row);
      if (found == before) break;
      before = found;
    }
    return;
  }
}
