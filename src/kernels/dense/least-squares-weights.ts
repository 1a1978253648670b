/** Columns that correlate to 0.999 need some ten thousand passes; each is n² steps. */
const MOST_PASSES = 1_000_000;
const NEAR_ENOUGH = 1e-14;

/**
 * The weights w that make ‖y − X w‖² least, none of them below 0 where `positiveOnly` is true: of
 * columns X given by XᵀX, n × n row by row, and Xᵀy. By coordinate descent: one weight after
 * another takes its best value while the others stay. Of columns that are alike the first takes
 * all, and a column of zeros gets 0. O(passes × n²).
 */
export function leastSquaresWeights(
  squares: Float64Array,
  products: Float64Array,
  positiveOnly: boolean,
): Float64Array {
  const n = products.length;
  const weights = new Float64Array(n);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let largestChange = 0;
    let largest = 0;
    for (let j = 0; j < n; j++) {
      const square = squares[j * n + j];
      if (square === 0) continue;
      let rest = products[j];
      for (let k = 0; k < n; k++) if (k !== j) rest -= squares[j * n + k] * weights[k];
      const weight = positiveOnly ? Math.max(0, rest / square) : rest / square;
      largestChange = Math.max(largestChange, Math.abs(weight - weights[j]));
      largest = Math.max(largest, Math.abs(weight));
      weights[j] = weight;
    }
    if (largestChange <= NEAR_ENOUGH * largest) break;
  }
  return weights;
}
