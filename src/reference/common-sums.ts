import type { SumsName } from "../kernels/similarity/common-sums.js";
import type { RowRatings } from "./similarity.js";

/**
 * Reference of `kernels/similarity/common-sums.ts`: the sums over the columns that two rows share,
 * of the ratings x and y that they have there.
 */
export function commonSums(name: SumsName, a: RowRatings, b: RowRatings): number[] {
  let [n, xy, xx, yy, sumX, sumY, offsets, differences] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const [column, x] of a) {
    const y = b.get(column);
    if (y === undefined) continue;
    n += 1;
    xy += x * y;
    xx += x * x;
    yy += y * y;
    sumX += x;
    sumY += y;
    offsets += x - y;
    differences += (x - y) ** 2;
  }
  switch (name) {
    case "dots":
      return [xy];
    case "counts":
      return [n];
    case "products":
      return [n, xy];
    case "offsets":
      return [n, offsets];
    case "differences":
      return [n, differences];
    case "squares":
      return [n, xy, xx, yy];
    case "moments":
      return [n, xy, xx, yy, sumX, sumY];
  }
}
