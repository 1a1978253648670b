// The loop of src/kernels/item-weights/elastic-net.ts over columns, with its order of additions.

/**
 * Gives the weights of some columns their best values, one after the other. Writes the largest
 * change of a weight and the largest weight, both without their sign, at `into`.
 *
 * @param columns to below `end`, of which the first one's index is at this place
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
    let sum0 = before * square;
    let sum1 = 0.0;
    let sum2 = 0.0;
    let sum3 = 0.0;
    let row = rows + (start << 2);
    let value = values + (start << 3);
    for (; row + 12 < stop; row += 16, value += 32) {
      sum0 += load<f64>(value) * at(residual, row);
      sum1 += load<f64>(value, 8) * at(residual, row + 4);
      sum2 += load<f64>(value, 16) * at(residual, row + 8);
      sum3 += load<f64>(value, 24) * at(residual, row + 12);
    }
    for (; row < stop; row += 4, value += 8) sum0 += load<f64>(value) * at(residual, row);
    const product = sum0 + (sum1 + (sum2 + sum3));
    let shrunk = 0.0;
    if (product > l1) shrunk = product - l1;
    else if (product < -l1 && !positiveOnly) shrunk = product + l1;
    const weight = shrunk == 0 ? 0 : shrunk / (square + l2);
    const change = weight - before;
    if (change != 0) {
      store<f64>(place, weight);
      row = rows + (start << 2);
      value = values + (start << 3);
      for (; row < stop; row += 4, value += 8) {
        const left = residual + ((<usize>load<u32>(row)) << 3);
        store<f64>(left, load<f64>(left) - change * load<f64>(value));
      }
    }
    largestChange = max(largestChange, abs(change));
    largest = max(largest, abs(weight));
  }
  store<f64>(into, largestChange);
  store<f64>(into, largest, 8);
}

/** The number whose index is at a place. */
// @ts-ignore: decorator
@inline
function at(numbers: usize, index: usize): f64 {
  return load<f64>(numbers + ((<usize>load<u32>(index)) << 3));
}
