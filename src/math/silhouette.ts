import { squaredDistance } from "./squared-distance.js";

/**
 * How well each point fits its group, from −1 to 1:
 *
 *     (b − a) / max(a, b)
 *
 * a is the mean distance to the others of its group, b the smallest mean distance to another group:
 * near 1 the point is well inside, at 0 between two groups, below 0 it fits another group better. 0
 * for a point alone in its group, NaN for a point in none (label −1, which counts for no other
 * point either), and for all where there is only one group. O(points² × width). Rousseeuw,
 * Silhouettes: a graphical aid to the interpretation and validation of cluster analysis, Journal of
 * Computational and Applied Mathematics 20 (1987).
 *
 * @param points row by row, `width` finite numbers a point
 * @example
 * silhouettes(Float64Array.of(0, 1, 9, 10), 1, Int32Array.of(0, 0, 1, 1))[1]; // 0.8823529411764706
 */
export function silhouettes(points: Float64Array, width: number, labels: Int32Array): Float64Array {
  const sizes: number[] = [];
  for (const group of labels) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  const sums = new Float64Array(sizes.length);
  return Float64Array.from(labels, (own, point) => {
    if (own < 0 || sizes.length < 2) return Number.NaN;
    if (sizes[own] === 1) return 0;
    sums.fill(0);
    for (let other = 0; other < labels.length; other++) {
      const group = labels[other];
      if (group >= 0) sums[group] += Math.sqrt(squaredDistance(points, point, points, other, width));
    }
    const inside = sums[own] / (sizes[own] - 1);
    let outside = Number.POSITIVE_INFINITY;
    for (const [group, size] of sizes.entries()) {
      if (group !== own) outside = Math.min(outside, sums[group] / size);
    }
    const larger = Math.max(inside, outside);
    return larger === 0 ? 0 : (outside - inside) / larger;
  });
}
