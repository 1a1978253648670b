/**
 * The sign of the number with the largest absolute value among every `stride`th from `start` on, as
 * 1 or −1. It fixes the sign of eigenvectors and singular vectors, which is arbitrary otherwise.
 */
export function farthestSign(values: Float64Array, start = 0, stride = 1): 1 | -1 {
  let farthest = 0;
  for (let k = start; k < values.length; k += stride) {
    if (Math.abs(values[k]) > Math.abs(farthest)) farthest = values[k];
  }
  return farthest < 0 ? -1 : 1;
}
