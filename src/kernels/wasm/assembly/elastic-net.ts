// The loop of src/kernels/item-weights/elastic-net.ts over columns, with its order of additions.

/**
 * Gives the weights of some columns their best values, one after the other. Writes the largest
 * change of a weight and the largest weight, both without their sign, at `into`.
 *
 * @param columns to below `end`, of which the first one's index is at this place
 * @param areOnes 1 where all values are 1, which are then not read
 */
export function elasticNetPass(
  columns: usize,
  end: usize,
  starts: usize,
  rows: usize,
  values: usize,
  squares: usize,
  residual: usize,
  weights: usize,
  l1: f64,
  l2: f64,
  positiveOnly: i32,
  areOnes: i32,
  into: usize,
): void {
  let largestChange = 0.0;
  let largest = 0.0;
  for (; columns < end; columns += 4) {
    const column = <usize>load<u32>(columns);
    const start = <usize>load<u32>(starts + (column << 2));
    const stop = rows + ((<usize>load<u32>(starts + (column << 2), 4)) << 2);
    const place = weights + (column << 3);
    const before = load<f64>(place);
    const square = load<f64>(squares + (column << 3));
    const row = rows + (start << 2);
    const value = values + (start << 3);
    const own = before * square;
    const product = areOnes
      ? addProducts(own, row, stop, value, residual, true)
      : addProducts(own, row, stop, value, residual, false);
    let shrunk = 0.0;
    if (product > l1) shrunk = product - l1;
    else if (product < -l1 && !positiveOnly) shrunk = product + l1;
    const weight = shrunk == 0 ? 0 : shrunk / (square + l2);
    const change = weight - before;
    if (change != 0) {
      store<f64>(place, weight);
      if (areOnes) subtract(change, row, stop, value, residual, true);
      else subtract(change, row, stop, value, residual, false);
    }
    largestChange = max(largestChange, abs(change));
    largest = max(largest, abs(weight));
  }
  store<f64>(into, largestChange);
  store<f64>(into, largest, 8);
}

/** A sum plus the products of a column's values with the residual, in four sums. */
// @ts-ignore: decorator
@inline
function addProducts(sum0: f64, row: usize, stop: usize, value: usize, residual: usize, areOnes: bool): f64 {
  let sum1 = 0.0;
  let sum2 = 0.0;
  let sum3 = 0.0;
  for (; row + 12 < stop; row += 16, value += 32) {
    sum0 += areOnes ? at(residual, row) : load<f64>(value) * at(residual, row);
    sum1 += areOnes ? at(residual, row + 4) : load<f64>(value, 8) * at(residual, row + 4);
    sum2 += areOnes ? at(residual, row + 8) : load<f64>(value, 16) * at(residual, row + 8);
    sum3 += areOnes ? at(residual, row + 12) : load<f64>(value, 24) * at(residual, row + 12);
  }
  for (; row < stop; row += 4, value += 8) {
    sum0 += areOnes ? at(residual, row) : load<f64>(value) * at(residual, row);
  }
  return sum0 + (sum1 + (sum2 + sum3));
}

/** Subtracts `change` × a column's values from the residual. */
// @ts-ignore: decorator
@inline
function subtract(change: f64, row: usize, stop: usize, value: usize, residual: usize, areOnes: bool): void {
  for (; row < stop; row += 4, value += 8) {
    const left = residual + ((<usize>load<u32>(row)) << 3);
    store<f64>(left, load<f64>(left) - (areOnes ? change : change * load<f64>(value)));
  }
}

/** The number whose index is at a place. */
// @ts-ignore: decorator
@inline
function at(numbers: usize, index: usize): f64 {
  return load<f64>(numbers + ((<usize>load<u32>(index)) << 3));
}
