// The loops of src/kernels/machines over ratings and over the entries of columns, with their order
// of additions. A row of a block is 64 bytes, as in src/kernels/machines/block-rows.ts.

/** `addProducts` for the columns from `values` to `end`. */
export function machineProducts(
  values: usize,
  end: usize,
  starts: usize,
  indices: usize,
  entries: usize,
  rows: usize,
): void {
  for (; values < end; values += 8, starts += 4) {
    const value = load<f64>(values);
    const stop = <usize>load<u32>(starts, 4);
    for (let k = <usize>load<u32>(starts); k < stop; k++) {
      const row = rowAt(rows, indices + (k << 2));
      store<f64>(row, load<f64>(row, OWN) + value * load<f64>(entries + (k << 3)), OWN);
    }
  }
}

/** `addToTotals` for the totals up to `end`. */
export function machineTotals(totals: usize, end: usize, rowOfRating: usize, rows: usize): void {
  for (; totals < end; totals += 8, rowOfRating += 4) {
    store<f64>(totals, load<f64>(totals) + load<f64>(rowAt(rows, rowOfRating), OWN));
  }
}

/**
 * `updateRatings` for the rows of one block, and after that `sumOverRatings`, without clearing, for
 * those of another; 0 for no block.
 */
export function machineRatings(
  count: usize,
  residuals: usize,
  totals: usize,
  before: usize,
  rowsBefore: usize,
  after: usize,
  rowsAfter: usize,
): void {
  for (let t: usize = 0; t < count; t++) {
    const place = t << 3;
    let residual = load<f64>(residuals + place);
    let total = load<f64>(totals + place);
    if (rowsBefore) {
      const row = rowAt(rowsBefore, before + (t << 2));
      const was = load<f64>(row, OWN_BEFORE);
      const difference = load<f64>(row, OWN) - was;
      residual -= load<f64>(row, CHANGE) + (total - was) * difference;
      total += difference;
      store<f64>(residuals + place, residual);
      store<f64>(totals + place, total);
    }
    if (rowsAfter) {
      const row = rowAt(rowsAfter, after + (t << 2));
      const others = total - load<f64>(row, OWN);
      store<f64>(row, load<f64>(row, OTHERS) + others, OTHERS);
      store<f64>(row, load<f64>(row, OTHER_SQUARES) + others * others, OTHER_SQUARES);
      store<f64>(row, load<f64>(row, RESIDUALS) + residual, RESIDUALS);
      store<f64>(row, load<f64>(row, PRODUCTS) + residual * others, PRODUCTS);
    }
  }
}

/** `drawFactor` for the columns from `values` to `end`. */
export function machineFactor(
  values: usize,
  end: usize,
  starts: usize,
  indices: usize,
  entries: usize,
  rows: usize,
  normals: usize,
  weightedMean: f64,
  precision: f64,
  noise: f64,
): void {
  for (; values < end; values += 8, starts += 4, normals += 8) {
    const value = load<f64>(values);
    const start = <usize>load<u32>(starts);
    const stop = <usize>load<u32>(starts, 4);
    let squares = 0.0;
    let products = 0.0;
    for (let k = start; k < stop; k++) {
      const row = rowAt(rows, indices + (k << 2));
      const x = load<f64>(entries + (k << 3));
      const own = load<f64>(row, OWN) - x * value;
      const twice = own * load<f64>(row, CASES) + 2 * load<f64>(row, OTHERS);
      squares += x * x * (own * twice + load<f64>(row, OTHER_SQUARES));
      products += x * (own * load<f64>(row, RESIDUALS) + load<f64>(row, PRODUCTS));
    }
    const drawnPrecision = precision + noise * squares;
    const drawnMean = (weightedMean + noise * (products + value * squares)) / drawnPrecision;
    const next = drawnMean + load<f64>(normals) / sqrt(drawnPrecision);
    const difference = next - value;
    store<f64>(values, next);
    for (let k = start; k < stop; k++) {
      const row = rowAt(rows, indices + (k << 2));
      const x = load<f64>(entries + (k << 3));
      const step = difference * x;
      const own = load<f64>(row, OWN) - x * value;
      const others = load<f64>(row, OTHERS);
      store<f64>(row, load<f64>(row, RESIDUALS) - step * (own * load<f64>(row, CASES) + others), RESIDUALS);
      store<f64>(row, load<f64>(row, PRODUCTS) - step * (own * others + load<f64>(row, OTHER_SQUARES)), PRODUCTS);
      store<f64>(row, load<f64>(row, CHANGE) + step * own, CHANGE);
      store<f64>(row, load<f64>(row, OWN) + step, OWN);
    }
  }
}

const CASES: usize = 0;
const OTHERS: usize = 8;
const OTHER_SQUARES: usize = 16;
const RESIDUALS: usize = 24;
const PRODUCTS: usize = 32;
const OWN: usize = 40;
const OWN_BEFORE: usize = 48;
const CHANGE: usize = 56;

/** The row whose index is at a place. */
// @ts-ignore: decorator
@inline
function rowAt(rows: usize, index: usize): usize {
  return rows + ((<usize>load<u32>(index)) << 6);
}
