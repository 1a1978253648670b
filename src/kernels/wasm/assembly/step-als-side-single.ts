import { AlsSide } from "./als-side";

/** The equations are solved when the squared length of the residual is below this. */
const SOLVED: f32 = 1e-20;

/** sum + a × b. */
// @ts-ignore: decorator
@inline
function plus(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

/** The sums of four vectors, one in each lane. */
// @ts-ignore: decorator
@inline
function fourSums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 2, 4, 6), v128.shuffle<f32>(ab, cd, 1, 3, 5, 7));
}

/** into += Σ scale × row over eight rows; the scales are the lanes of `s` and `t`. */
// @ts-ignore: decorator
@inline
function addEightRows(
  r0: usize, r1: usize, r2: usize, r3: usize, r4: usize, r5: usize, r6: usize, r7: usize,
  s: v128, t: v128, into: usize, bytes: usize,
): void {
  const s0 = v128.shuffle<f32>(s, s, 0, 0, 0, 0);
  const s1 = v128.shuffle<f32>(s, s, 1, 1, 1, 1);
  const s2 = v128.shuffle<f32>(s, s, 2, 2, 2, 2);
  const s3 = v128.shuffle<f32>(s, s, 3, 3, 3, 3);
  const s4 = v128.shuffle<f32>(t, t, 0, 0, 0, 0);
  const s5 = v128.shuffle<f32>(t, t, 1, 1, 1, 1);
  const s6 = v128.shuffle<f32>(t, t, 2, 2, 2, 2);
  const s7 = v128.shuffle<f32>(t, t, 3, 3, 3, 3);
  for (let k: usize = 0; k < bytes; k += 32) {
    let a = v128.load(into + k);
    let b = v128.load(into + k, 16);
    a = plus(a, s0, v128.load(r0 + k));
    b = plus(b, s0, v128.load(r0 + k, 16));
    a = plus(a, s1, v128.load(r1 + k));
    b = plus(b, s1, v128.load(r1 + k, 16));
    a = plus(a, s2, v128.load(r2 + k));
    b = plus(b, s2, v128.load(r2 + k, 16));
    a = plus(a, s3, v128.load(r3 + k));
    b = plus(b, s3, v128.load(r3 + k, 16));
    a = plus(a, s4, v128.load(r4 + k));
    b = plus(b, s4, v128.load(r4 + k, 16));
    a = plus(a, s5, v128.load(r5 + k));
    b = plus(b, s5, v128.load(r5 + k, 16));
    a = plus(a, s6, v128.load(r6 + k));
    b = plus(b, s6, v128.load(r6 + k, 16));
    a = plus(a, s7, v128.load(r7 + k));
    b = plus(b, s7, v128.load(r7 + k, 16));
    v128.store(into + k, a);
    v128.store(into + k, b, 16);
  }
}

/** Writes (base + λ I) x, eight rows of `base` at a time. */
function multiplyBase(side: AlsSide, row: i32, x: usize, image: usize): void {
  const bytes = <usize>side.stride << 2;
  const lambda = f32x4.splat(load<f32>(side.regularization + (<usize>row << 2)));
  for (let k: usize = 0; k < bytes; k += 16) v128.store(image + k, f32x4.mul(lambda, v128.load(x + k)));
  let line = side.base;
  for (let k: usize = 0; k < bytes; k += 32, line += 8 * bytes) {
    addEightRows(
      line, line + bytes, line + 2 * bytes, line + 3 * bytes,
      line + 4 * bytes, line + 5 * bytes, line + 6 * bytes, line + 7 * bytes,
      v128.load(x + k), v128.load(x + k, 16), image, bytes,
    );
  }
}

/** into += Σ (first ? target − weight × y·x : weight × y·x) × y, over eight entries. */
// @ts-ignore: decorator
@inline
function addEightEntries(
  side: AlsSide, index: usize, weight: usize, target: usize, x: usize, into: usize, first: bool,
): void {
  const bytes = <usize>side.stride << 2;
  const y = side.others;
  const r0 = y + <usize>load<i32>(index) * bytes;
  const r1 = y + <usize>load<i32>(index, 4) * bytes;
  const r2 = y + <usize>load<i32>(index, 8) * bytes;
  const r3 = y + <usize>load<i32>(index, 12) * bytes;
  const r4 = y + <usize>load<i32>(index, 16) * bytes;
  const r5 = y + <usize>load<i32>(index, 20) * bytes;
  const r6 = y + <usize>load<i32>(index, 24) * bytes;
  const r7 = y + <usize>load<i32>(index, 28) * bytes;
  let d0 = f32x4.splat(0);
  let d1 = d0;
  let d2 = d0;
  let d3 = d0;
  let d4 = d0;
  let d5 = d0;
  let d6 = d0;
  let d7 = d0;
  for (let k: usize = 0; k < bytes; k += 32) {
    let value = v128.load(x + k);
    d0 = plus(d0, value, v128.load(r0 + k));
    d1 = plus(d1, value, v128.load(r1 + k));
    d2 = plus(d2, value, v128.load(r2 + k));
    d3 = plus(d3, value, v128.load(r3 + k));
    d4 = plus(d4, value, v128.load(r4 + k));
    d5 = plus(d5, value, v128.load(r5 + k));
    d6 = plus(d6, value, v128.load(r6 + k));
    d7 = plus(d7, value, v128.load(r7 + k));
    value = v128.load(x + k, 16);
    d0 = plus(d0, value, v128.load(r0 + k, 16));
    d1 = plus(d1, value, v128.load(r1 + k, 16));
    d2 = plus(d2, value, v128.load(r2 + k, 16));
    d3 = plus(d3, value, v128.load(r3 + k, 16));
    d4 = plus(d4, value, v128.load(r4 + k, 16));
    d5 = plus(d5, value, v128.load(r5 + k, 16));
    d6 = plus(d6, value, v128.load(r6 + k, 16));
    d7 = plus(d7, value, v128.load(r7 + k, 16));
  }
  let s = f32x4.mul(v128.load(weight), fourSums(d0, d1, d2, d3));
  let t = f32x4.mul(v128.load(weight, 16), fourSums(d4, d5, d6, d7));
  if (first) {
    s = f32x4.sub(v128.load(target), s);
    t = f32x4.sub(v128.load(target, 16), t);
  }
  addEightRows(r0, r1, r2, r3, r4, r5, r6, r7, s, t, into, bytes);
}

/**
 * {@link addEightEntries} over all entries of a row. The last ones, fewer than eight, are at
 * `tail`: 8 indices, 8 weights and 8 targets, filled up with weights and targets of 0.
 */
function addEntries(side: AlsSide, row: i32, tail: usize, x: usize, into: usize, first: bool): void {
  const start = <usize>load<i32>(side.starts + (<usize>row << 2)) << 2;
  const end = <usize>load<i32>(side.starts + (<usize>row << 2), 4) << 2;
  const whole = start + ((end - start) & ~31);
  for (let at = start; at < end; at += 32) {
    const isWhole = at < whole;
    const index = isWhole ? side.indices + at : tail;
    const weight = isWhole ? side.weights + at : tail + 32;
    const target = isWhole ? side.targets + at : tail + 64;
    addEightEntries(side, index, weight, target, x, into, first);
  }
}

/** Copies the last entries of a row, fewer than eight, to `tail`; see {@link addEntries}. */
function copyTail(side: AlsSide, start: i32, end: i32, tail: usize): void {
  const count = (end - start) & 7;
  const from = <usize>(end - count) << 2;
  const bytes = <usize>count << 2;
  memory.fill(tail, 0, 96);
  memory.copy(tail, side.indices + from, bytes);
  memory.copy(tail + 32, side.weights + from, bytes);
  memory.copy(tail + 64, side.targets + from, bytes);
}

// @ts-ignore: decorator
@inline
function dot(x: usize, y: usize, bytes: usize): f32 {
  let sum = f32x4.splat(0);
  for (let k: usize = 0; k < bytes; k += 16) sum = plus(sum, v128.load(x + k), v128.load(y + k));
  return (
    f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}

/**
 * Conjugate gradient steps for the rows `from` to below `to` of one side in single precision: eight
 * entries at a time, which share each number of x. `stride` is a multiple of 8. `scratch`: three
 * rows, and 24 numbers. See `stepAlsSide` of src/kernels/factors.
 */
export function stepAlsSideSingle(from: i32, to: i32, scratch: usize, side: AlsSide): void {
  const bytes = <usize>side.stride << 2;
  const residual = scratch;
  const direction = residual + bytes;
  const image = direction + bytes;
  const tail = image + bytes;
  for (let row = from; row < to; row++) {
    const x = side.into + <usize>row * bytes;
    const start = load<i32>(side.starts + (<usize>row << 2));
    const end = load<i32>(side.starts + (<usize>row << 2), 4);
    if (start == end) {
      memory.fill(x, 0, bytes);
      continue;
    }
    copyTail(side, start, end, tail);
    multiplyBase(side, row, x, residual);
    for (let k: usize = 0; k < bytes; k += 16) v128.store(residual + k, f32x4.neg(v128.load(residual + k)));
    addEntries(side, row, tail, x, residual, true);
    memory.copy(direction, residual, bytes);
    let square = dot(residual, residual, bytes);
    for (let step = 0; step < side.steps && square >= SOLVED; step++) {
      multiplyBase(side, row, direction, image);
      addEntries(side, row, tail, direction, image, false);
      const length = f32x4.splat(square / dot(direction, image, bytes));
      for (let k: usize = 0; k < bytes; k += 16) {
        v128.store(x + k, plus(v128.load(x + k), length, v128.load(direction + k)));
        v128.store(residual + k, f32x4.sub(v128.load(residual + k), f32x4.mul(length, v128.load(image + k))));
      }
      const next = dot(residual, residual, bytes);
      const ratio = f32x4.splat(next / square);
      for (let k: usize = 0; k < bytes; k += 16) {
        v128.store(direction + k, plus(v128.load(residual + k), ratio, v128.load(direction + k)));
      }
      square = next;
    }
  }
}
