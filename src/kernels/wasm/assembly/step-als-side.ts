import { AlsSide } from "./als-side";
import { addFourRows, addRow, fastDot, twoDots } from "./double-rows";

/** The equations are solved when the squared length of the residual is below this. */
const SOLVED: f64 = 1e-20;

/** Writes (base + Σ weight × y yᵀ + λ I) x of one row; `scales` has room for 8 numbers. */
function multiply(side: AlsSide, row: i32, x: usize, image: usize, scales: usize): void {
  const bytes = <usize>side.stride << 3;
  const width = side.width;
  const lambda = f64x2.splat(load<f64>(side.regularization + (<usize>row << 3)));
  for (let k: usize = 0; k < bytes; k += 16) v128.store(image + k, f64x2.mul(lambda, v128.load(x + k)));
  let line = side.base;
  let a = 0;
  for (; a + 3 < width; a += 4, line += 4 * bytes) {
    addFourRows(line, line + bytes, line + 2 * bytes, line + 3 * bytes, x + (<usize>a << 3), image, bytes);
  }
  for (; a < width; a++, line += bytes) addRow(line, load<f64>(x + (<usize>a << 3)), image, bytes);

  const y = side.others;
  let index = side.indices + (<usize>load<i32>(side.starts + (<usize>row << 2)) << 2);
  const end = side.indices + (<usize>load<i32>(side.starts + (<usize>row << 2), 4) << 2);
  let weight = side.weights + ((index - side.indices) << 1);
  for (; index + 32 <= end; index += 32, weight += 64) {
    const r0 = y + <usize>load<i32>(index) * bytes;
    const r1 = y + <usize>load<i32>(index, 4) * bytes;
    const r2 = y + <usize>load<i32>(index, 8) * bytes;
    const r3 = y + <usize>load<i32>(index, 12) * bytes;
    const r4 = y + <usize>load<i32>(index, 16) * bytes;
    const r5 = y + <usize>load<i32>(index, 20) * bytes;
    const r6 = y + <usize>load<i32>(index, 24) * bytes;
    const r7 = y + <usize>load<i32>(index, 28) * bytes;
    let dots01 = f64x2.splat(0);
    let dots23 = dots01;
    let dots45 = dots01;
    let dots67 = dots01;
    for (let k: usize = 0; k < bytes; k += 16) {
      const low = v128.load64_splat(x + k);
      const high = v128.load64_splat(x + k, 8);
      dots01 = twoDots(dots01, v128.load(r0 + k), v128.load(r1 + k), low, high);
      dots23 = twoDots(dots23, v128.load(r2 + k), v128.load(r3 + k), low, high);
      dots45 = twoDots(dots45, v128.load(r4 + k), v128.load(r5 + k), low, high);
      dots67 = twoDots(dots67, v128.load(r6 + k), v128.load(r7 + k), low, high);
    }
    v128.store(scales, f64x2.mul(v128.load(weight), dots01));
    v128.store(scales, f64x2.mul(v128.load(weight, 16), dots23), 16);
    v128.store(scales, f64x2.mul(v128.load(weight, 32), dots45), 32);
    v128.store(scales, f64x2.mul(v128.load(weight, 48), dots67), 48);
    addFourRows(r0, r1, r2, r3, scales, image, bytes);
    addFourRows(r4, r5, r6, r7, scales + 32, image, bytes);
  }
  if (index + 16 <= end) {
    const r0 = y + <usize>load<i32>(index) * bytes;
    const r1 = y + <usize>load<i32>(index, 4) * bytes;
    const r2 = y + <usize>load<i32>(index, 8) * bytes;
    const r3 = y + <usize>load<i32>(index, 12) * bytes;
    let dots01 = f64x2.splat(0);
    let dots23 = dots01;
    for (let k: usize = 0; k < bytes; k += 16) {
      const low = v128.load64_splat(x + k);
      const high = v128.load64_splat(x + k, 8);
      dots01 = twoDots(dots01, v128.load(r0 + k), v128.load(r1 + k), low, high);
      dots23 = twoDots(dots23, v128.load(r2 + k), v128.load(r3 + k), low, high);
    }
    v128.store(scales, f64x2.mul(v128.load(weight), dots01));
    v128.store(scales, f64x2.mul(v128.load(weight, 16), dots23), 16);
    addFourRows(r0, r1, r2, r3, scales, image, bytes);
    index += 16;
    weight += 32;
  }
  for (; index < end; index += 4, weight += 8) {
    const r0 = y + <usize>load<i32>(index) * bytes;
    addRow(r0, load<f64>(weight) * fastDot(r0, x, width), image, bytes);
  }
}

/**
 * Conjugate gradient steps for the rows `from` to below `to` of one side: `stepAlsSide` of
 * src/kernels/factors, with its order of additions. `scratch`: three rows, and 8 numbers.
 */
export function stepAlsSide(from: i32, to: i32, scratch: usize, side: AlsSide): void {
  const bytes = <usize>side.stride << 3;
  const width = side.width;
  const residual = scratch;
  const direction = residual + bytes;
  const image = direction + bytes;
  const scales = image + bytes;
  for (let row = from; row < to; row++) {
    const x = side.into + <usize>row * bytes;
    const start = load<i32>(side.starts + (<usize>row << 2));
    const end = load<i32>(side.starts + (<usize>row << 2), 4);
    if (start == end) {
      memory.fill(x, 0, bytes);
      continue;
    }
    multiply(side, row, x, image, scales);
    for (let k: usize = 0; k < bytes; k += 16) v128.store(residual + k, f64x2.neg(v128.load(image + k)));
    for (let k = start; k < end; k++) {
      const other = side.others + <usize>load<i32>(side.indices + (<usize>k << 2)) * bytes;
      addRow(other, load<f64>(side.targets + (<usize>k << 3)), residual, bytes);
    }
    memory.copy(direction, residual, bytes);
    let square = fastDot(residual, residual, width);
    for (let step = 0; step < side.steps && square >= SOLVED; step++) {
      multiply(side, row, direction, image, scales);
      const length = f64x2.splat(square / fastDot(direction, image, width));
      for (let k: usize = 0; k < bytes; k += 16) {
        v128.store(x + k, f64x2.add(v128.load(x + k), f64x2.mul(length, v128.load(direction + k))));
        v128.store(residual + k, f64x2.sub(v128.load(residual + k), f64x2.mul(length, v128.load(image + k))));
      }
      const next = fastDot(residual, residual, width);
      const ratio = f64x2.splat(next / square);
      for (let k: usize = 0; k < bytes; k += 16) {
        v128.store(direction + k, f64x2.add(v128.load(residual + k), f64x2.mul(ratio, v128.load(direction + k))));
      }
      square = next;
    }
  }
}
