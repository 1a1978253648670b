// The stages of src/kernels/similarity/highest-cosines.ts, with its order of additions. A thread
// has scratch memory for all rows: their sums, floors (the lowest cosine of a full heap, 0 before),
// the values and indices of their heaps, which have `keep` places each, and the sizes of the heaps.
import { doubles, integers } from "./byte-counts";

/**
 * Offers the cosines of rows with all later rows to both. The range is that of rows, from `first`
 * on. For each entry of a row, `nexts` and `ends` bound the later rows of its column in `others`.
 */
export function offerCosines(
  from: i32,
  to: i32,
  scratch: usize,
  first: i32,
  rows: i32,
  keep: i32,
  starts: usize,
  values: usize,
  nexts: usize,
  ends: usize,
  others: usize,
  otherValues: usize,
  norms: usize,
): void {
  const sums = scratch;
  const floors = sums + doubles(rows);
  for (let x = first + from; x < first + to; x++) {
    const end = load<i32>(starts + integers(x), 4);
    for (let entry = load<i32>(starts + integers(x)); entry < end; entry++) {
      addProducts(
        load<f64>(values + doubles(entry)),
        load<i32>(nexts + integers(entry)),
        load<i32>(ends + integers(entry)),
        others,
        otherValues,
        sums,
      );
    }
    const norm = load<f64>(norms + doubles(x));
    for (let y = x + 1; y < rows; y++) {
      const place = sums + doubles(y);
      const sum = load<f64>(place);
      if (sum == 0) continue;
      store<f64>(place, 0);
      const cosine = sum / (norm * load<f64>(norms + doubles(y)));
      if (cosine >= load<f64>(floors + doubles(x))) offer(scratch, rows, keep, x, y, cosine);
      if (cosine >= load<f64>(floors + doubles(y))) offer(scratch, rows, keep, y, x, cosine);
    }
  }
}

/** Adds value × otherValues[k] to the sum of row others[k], for `next` ≤ k < `end`. */
// @ts-ignore: decorator
@inline
function addProducts(
  value: f64,
  next: i32,
  end: i32,
  others: usize,
  otherValues: usize,
  sums: usize,
): void {
  let k = next;
  for (; k + 3 < end; k += 4) {
    const row = others + integers(k);
    const other = otherValues + doubles(k);
    let sum = sums + doubles(load<i32>(row));
    store<f64>(sum, load<f64>(sum) + value * load<f64>(other));
    sum = sums + doubles(load<i32>(row, 4));
    store<f64>(sum, load<f64>(sum) + value * load<f64>(other, 8));
    sum = sums + doubles(load<i32>(row, 8));
    store<f64>(sum, load<f64>(sum) + value * load<f64>(other, 16));
    sum = sums + doubles(load<i32>(row, 12));
    store<f64>(sum, load<f64>(sum) + value * load<f64>(other, 24));
  }
  for (; k < end; k++) {
    const sum = sums + doubles(load<i32>(others + integers(k)));
    store<f64>(sum, load<f64>(sum) + value * load<f64>(otherValues + doubles(k)));
  }
}

/**
 * Puts the heaps of all threads into those of the first thread, whose scratch memory is at `place`,
 * and sorts each by index. The range is that of rows.
 */
export function mergeHeaps(
  from: i32,
  to: i32,
  scratch: usize,
  rows: i32,
  keep: i32,
  place: usize,
  bytes: usize,
  threads: i32,
): void {
  const floors = place + doubles(rows);
  for (let row = from; row < to; row++) {
    for (let thread = 1; thread < threads; thread++) {
      const heaps = place + (<usize>thread) * bytes;
      const values = heapValues(heaps, rows, keep, row);
      const indices = heapIndices(heaps, rows, keep, row);
      const size = load<i32>(sizePlace(heaps, rows, keep, row));
      for (let k = 0; k < size; k++) {
        const value = load<f64>(values + doubles(k));
        if (!(value >= load<f64>(floors + doubles(row)))) continue;
        offer(place, rows, keep, row, load<i32>(indices + integers(k)), value);
      }
    }
    sortByIndex(
      heapValues(place, rows, keep, row),
      heapIndices(place, rows, keep, row),
      load<i32>(sizePlace(place, rows, keep, row)),
    );
  }
}

// @ts-ignore: decorator
@inline
function heapValues(scratch: usize, rows: i32, keep: i32, row: i32): usize {
  return scratch + doubles(2 * (<usize>rows) + (<usize>row) * (<usize>keep));
}

// @ts-ignore: decorator
@inline
function heapIndices(scratch: usize, rows: i32, keep: i32, row: i32): usize {
  const values = scratch + doubles(2 * (<usize>rows) + (<usize>rows) * (<usize>keep));
  return values + integers((<usize>row) * (<usize>keep));
}

// @ts-ignore: decorator
@inline
function sizePlace(scratch: usize, rows: i32, keep: i32, row: i32): usize {
  return heapIndices(scratch, rows, keep, rows) + integers(row);
}

/** Adds an entry to a row's heap, or replaces the worst one if that is worse. */
function offer(scratch: usize, rows: i32, keep: i32, row: i32, index: i32, value: f64): void {
  const values = heapValues(scratch, rows, keep, row);
  const indices = heapIndices(scratch, rows, keep, row);
  const sizeOfHeap = sizePlace(scratch, rows, keep, row);
  const size = load<i32>(sizeOfHeap);
  if (size < keep) {
    let place = size;
    for (; place > 0; ) {
      const up = (place - 1) >> 1;
      const above = load<f64>(values + doubles(up));
      const indexAbove = load<i32>(indices + integers(up));
      if (!isWorse(value, index, above, indexAbove)) break;
      put(values, indices, place, above, indexAbove);
      place = up;
    }
    put(values, indices, place, value, index);
    store<i32>(sizeOfHeap, size + 1);
    if (size + 1 < keep) return;
  } else {
    if (!isWorse(load<f64>(values), load<i32>(indices), value, index)) return;
    sink(values, indices, keep, value, index);
  }
  store<f64>(scratch + doubles(<usize>rows + <usize>row), load<f64>(values));
}

/** Replaces the worst entry, at the root, and restores the order of the heap. */
function sink(values: usize, indices: usize, size: i32, value: f64, index: i32): void {
  let place = 0;
  for (let child = 1; child < size; child = 2 * place + 1) {
    let worst = load<f64>(values + doubles(child));
    let worstIndex = load<i32>(indices + integers(child));
    if (child + 1 < size) {
      const other = load<f64>(values + doubles(child), 8);
      const otherIndex = load<i32>(indices + integers(child), 4);
      if (isWorse(other, otherIndex, worst, worstIndex)) {
        child++;
        worst = other;
        worstIndex = otherIndex;
      }
    }
    if (!isWorse(worst, worstIndex, value, index)) break;
    put(values, indices, place, worst, worstIndex);
    place = child;
  }
  put(values, indices, place, value, index);
}

/** Whether an entry is dropped before another: the lower value, of equal ones the higher index. */
// @ts-ignore: decorator
@inline
function isWorse(value: f64, index: i32, other: f64, otherIndex: i32): bool {
  return value < other || (value == other && index > otherIndex);
}

// @ts-ignore: decorator
@inline
function put(values: usize, indices: usize, place: i32, value: f64, index: i32): void {
  store<f64>(values + doubles(place), value);
  store<i32>(indices + integers(place), index);
}

/** Heap sort; indices ascend afterwards. */
function sortByIndex(values: usize, indices: usize, size: i32): void {
  for (let root = (size >> 1) - 1; root >= 0; root--) sinkByIndex(values, indices, size, root);
  for (let last = size - 1; last > 0; last--) {
    const value = load<f64>(values + doubles(last));
    const index = load<i32>(indices + integers(last));
    put(values, indices, last, load<f64>(values), load<i32>(indices));
    put(values, indices, 0, value, index);
    sinkByIndex(values, indices, last, 0);
  }
}

function sinkByIndex(values: usize, indices: usize, size: i32, root: i32): void {
  const value = load<f64>(values + doubles(root));
  const index = load<i32>(indices + integers(root));
  let place = root;
  for (let child = 2 * root + 1; child < size; child = 2 * place + 1) {
    if (child + 1 < size && load<i32>(indices + integers(child), 4) > load<i32>(indices + integers(child))) {
      child++;
    }
    const highest = load<i32>(indices + integers(child));
    if (highest <= index) break;
    put(values, indices, place, load<f64>(values + doubles(child)), highest);
    place = child;
  }
  put(values, indices, place, value, index);
}
