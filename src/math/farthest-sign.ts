/**
 * The sign of the number farthest from 0 among every `stride`th from `start` on, as 1 or −1: vectors that are known but for their
 * sign get it by this, so that the same ones come out whatever the start.
 */
export function farthestSign(values: Float64Array, start = 0, stride = 1): 1 | -1 {
  let farthest = 0;
  for (let k = start; k < values.length; k += stride) {
    if (Math.abs(values[k]) > Math.abs(farthest)) farthest = values[k];
  }
  return farthest < 0 ? -1 : 1;
}
