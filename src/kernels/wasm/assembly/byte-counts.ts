/** Bytes of so many 64-bit numbers. */
// @ts-ignore: decorator
@inline
export function doubles(count: usize): usize {
  return count << 3;
}

/** Bytes of so many 32-bit integers. */
// @ts-ignore: decorator
@inline
export function integers(count: usize): usize {
  return count << 2;
}
