import type { Factors } from "../dense/factors.js";

/** A multiple of `unit` that is not below the width of a row. */
export function paddedWidth(width: number, unit: number): number {
  return Math.ceil(width / unit) * unit;
}

/** Copies rows into memory in which they are `stride` numbers apart. O(rows × stride). */
export function copyRowsIn(
  { values, width }: Factors,
  stride: number,
  into: Float64Array | Float32Array,
): void {
  if (stride === width) {
    into.set(values);
    return;
  }
  for (let from = 0, to = 0; from < values.length; from += width, to += stride) {
    into.set(values.subarray(from, from + width), to);
  }
}

/** Copies rows back from memory in which they are `stride` numbers apart. O(rows × stride). */
export function copyRowsOut(
  from: Float64Array | Float32Array,
  stride: number,
  { values, width }: Factors,
): void {
  if (stride === width) {
    values.set(from);
    return;
  }
  for (let at = 0, to = 0; to < values.length; at += stride, to += width) {
    values.set(from.subarray(at, at + width), to);
  }
}
