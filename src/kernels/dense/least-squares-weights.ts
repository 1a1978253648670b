/** Columns that correlate to 0.999 need some ten thousand passes; each is n² steps. */
const MAX_PASSES = 1_000_000;
const TOLERANCE = 1e-14;

/**
 * The weights w of at least `lowest` that minimize ‖y − X w‖², from XᵀX, n × n row by row, and Xᵀy.
 * Coordinate descent: each weight in turn takes its best value given the others. Of equal columns
 * the first takes all weight, and a column of zeros gets 0. O(passes × n²). References:
 * `positiveSolution` and `solveEquations` in src/reference/factors/als-side.ts.
 *
 * @param lowest 0, or -Infinity for any weights
 */
export function leastSquaresWeights(
  squares: Float64Array,
  products: Float64Array,
  lowest: number,
): Float64Array {
  const n = products.length;
  const weights = new Float64Array(n);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    let largestChange = 0;
    let largest = 0;
    for (let j = 0; j < n; j++) {
      const square = squares[j * n + j];
      if (square === 0) continue;
      let residual = products[j];
      for (let k = 0; k < n; k++) if (k !== j) residual -= squares[j * n + k] * weights[k];
      const weight = Math.max(lowest, residual / square);
      largestChange = Math.max(largestChange, Math.abs(weight - weights[j]));
      largest = Math.max(largest, Math.abs(weight));
      weights[j] = weight;
    }
    if (largestChange <= TOLERANCE * largest) break;
  }
  return weights;
}
