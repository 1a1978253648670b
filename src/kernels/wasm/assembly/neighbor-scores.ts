// The sums of src/models/neighbors/neighbor-aggregator.ts for many rows and columns, with their
// order of additions. A row's entries are its similar rows, most similar first.
import { doubles, integers } from "./byte-counts";

const DIGITS: usize = 256;

/**
 * Sorts the entries of the rows `from` to below `to` by value, the highest first: by each of the
 * eight bytes of a number, from the last one on. `scratch` holds 256 integers, and the values and
 * indices of the longest row.
 */
export function sortNeighbors(
  from: i32,
  to: i32,
  scratch: usize,
  starts: usize,
  indices: usize,
  values: usize,
  longest: i32,
): void {
  for (let row = from; row < to; row++) {
    const start = load<i32>(starts + integers(row));
    const length = load<i32>(starts + integers(row), 4) - start;
    let ownValues = values + doubles(start);
    let ownIndices = indices + integers(start);
    let otherValues = scratch + integers(DIGITS);
    let otherIndices = otherValues + doubles(longest);
    for (let shift: i64 = 0; shift < 64; shift += 8) {
      sortByDigit(shift, length, scratch, ownValues, ownIndices, otherValues, otherIndices);
      const sortedValues = otherValues;
      const sortedIndices = otherIndices;
      otherValues = ownValues;
      otherIndices = ownIndices;
      ownValues = sortedValues;
      ownIndices = sortedIndices;
    }
  }
}

function sortByDigit(
  shift: i64,
  length: i32,
  places: usize,
  values: usize,
  indices: usize,
  intoValues: usize,
  intoIndices: usize,
): void {
  memory.fill(places, 0, integers(DIGITS));
  for (let k = 0; k < length; k++) {
    const digit = places + digitOf(load<i64>(values + doubles(k)), shift);
    store<i32>(digit, load<i32>(digit) + 1);
  }
  let before = 0;
  for (let at: usize = 0; at < integers(DIGITS); at += 4) {
    const count = load<i32>(places + at);
    store<i32>(places + at, before);
    before += count;
  }
  for (let k = 0; k < length; k++) {
    const value = load<i64>(values + doubles(k));
    const digit = places + digitOf(value, shift);
    const place = load<i32>(digit);
    store<i32>(digit, place + 1);
    store<i64>(intoValues + doubles(place), value);
    store<i32>(intoIndices + integers(place), load<i32>(indices + integers(k)));
  }
}

/** Four times a byte of a key that is lower for higher numbers. */
// @ts-ignore: decorator
@inline
function digitOf(bits: i64, shift: i64): usize {
  const key = bits ^ (~(bits >> 63) & i64.MAX_VALUE);
  return integers(<usize>((<u64>key >> <u64>shift) & 255));
}

/**
 * Writes the scores of the rows of the panels `from` to below `to`, four rows each, in all columns.
 * `scratch` holds a panel: the similarities of `width` rows with the four, NaN before and after;
 * the cutoffs of all columns; and two registers.
 *
 * @param threshold only similarities above it count
 * @param groups of 16 columns with more than `neighbors` ratings; others need no cutoff
 * @param members the columns of the groups, -1 for none
 * @param isRated for each group and row 16 bytes: 1 where the row is rated in the column
 * @param aggregate 0: weighted mean, 1: mean, 2: sum
 * @param scales of the rows, 0 if all are 1
 * @param into the score of row r in column c at r × rowStride + c × columnStride
 */
export function neighborScores(
  from: i32,
  to: i32,
  scratch: usize,
  rows: i32,
  starts: usize,
  indices: usize,
  values: usize,
  width: i32,
  threshold: f64,
  columns: i32,
  columnStarts: usize,
  raters: usize,
  residuals: usize,
  columnOffsets: usize,
  groups: i32,
  members: usize,
  isRated: usize,
  rowOffsets: usize,
  rowScales: usize,
  scales: usize,
  neighbors: i32,
  minNeighbors: i32,
  aggregate: i32,
  damping: f64,
  into: usize,
  rowStride: i32,
  columnStride: i32,
): void {
  const cutoffs = scratch + doubles(4 * (<usize>width));
  const ranks = cutoffs + doubles(4 * (<usize>columns));
  const isWeighted = aggregate != 1 && scales == 0;
  for (let panel = from; panel < to; panel++) {
    const first = panel << 2;
    const count = min(4, rows - first);
    for (let at: usize = 0; at < doubles(4 * (<usize>columns)); at += 16) {
      v128.store(cutoffs + at, f64x2.splat(-Infinity));
    }
    for (let lane = 0; lane < count; lane++) {
      const start = load<i32>(starts + integers(first + lane));
      const end = load<i32>(starts + integers(first + lane), 4);
      let last = start;
      for (; last < end; last++) {
        const value = load<f64>(values + doubles(last));
        if (!(value > threshold)) break;
        store<f64>(scratch + doubles(4 * load<i32>(indices + integers(last)) + lane), value);
      }
      const order = indices + integers(start);
      for (let group = 0; group < groups; group++) {
        const rated = isRated + ((<usize>group * width) << 4);
        writeRanks(order, last - start, rated, neighbors, ranks);
        for (let k = 0; k < 16; k++) {
          const column = load<i32>(members + integers(16 * group + k));
          const rank = <i32>load<u16>(ranks + ((<usize>k) << 1));
          if (column < 0 || rank == last - start) continue;
          store<f64>(cutoffs + doubles(4 * column + lane), load<f64>(values + doubles(start + rank)));
        }
      }
    }
    const offsets0 = v128.load(rowOffsets + doubles(first));
    const offsets1 = v128.load(rowOffsets + doubles(first), 16);
    const scales0 = v128.load(rowScales + doubles(first));
    const scales1 = v128.load(rowScales + doubles(first), 16);
    for (let column = 0; column < columns; column++) {
      const start = load<i32>(columnStarts + integers(column));
      const end = load<i32>(columnStarts + integers(column), 4);
      const cutoff = cutoffs + doubles(4 * column);
      const cutoff0 = v128.load(cutoff);
      const cutoff1 = v128.load(cutoff, 16);
      let sum0 = f64x2.splat(0);
      let sum1 = sum0;
      let weights0 = f64x2.splat(damping);
      let weights1 = weights0;
      let count0 = i64x2.splat(0);
      let count1 = count0;
      for (let k = start; k < end; k++) {
        const place = scratch + doubles(4 * load<i32>(raters + integers(k)));
        const residual = v128.load64_splat(residuals + doubles(k));
        const similarity0 = v128.load(place);
        const isNear0 = f64x2.ge(similarity0, cutoff0);
        const weight0 = v128.and(isNear0, similarity0);
        sum0 = f64x2.add(sum0, f64x2.mul(weight0, residual));
        weights0 = f64x2.add(weights0, f64x2.abs(weight0));
        count0 = i64x2.sub(count0, isNear0);
        const similarity1 = v128.load(place, 16);
        const isNear1 = f64x2.ge(similarity1, cutoff1);
        const weight1 = v128.and(isNear1, similarity1);
        sum1 = f64x2.add(sum1, f64x2.mul(weight1, residual));
        weights1 = f64x2.add(weights1, f64x2.abs(weight1));
        count1 = i64x2.sub(count1, isNear1);
      }
      v128.store(ranks, combined(sum0, weights0, aggregate));
      v128.store(ranks, combined(sum1, weights1, aggregate), 16);
      v128.store(ranks, count0, 32);
      v128.store(ranks, count1, 48);
      for (let lane = 0; lane < count; lane++) {
        const found = <i32>load<i64>(ranks + doubles(4 + lane));
        if (found <= neighbors && isWeighted) continue;
        const lowest = load<f64>(cutoff + doubles(lane));
        const score = scoreAlone(
          scratch + doubles(lane),
          lowest,
          start,
          end,
          raters,
          residuals,
          scales,
          neighbors,
          aggregate,
          damping,
        );
        store<f64>(ranks + doubles(lane), score);
      }
      const offset = f64x2.splat(load<f64>(columnOffsets + doubles(column)));
      const score0 = f64x2.add(f64x2.add(offsets0, offset), f64x2.mul(scales0, v128.load(ranks)));
      const score1 = f64x2.add(f64x2.add(offsets1, offset), f64x2.mul(scales1, v128.load(ranks, 16)));
      v128.store(ranks, score0);
      v128.store(ranks, score1, 16);
      let place = into + (<usize>first) * rowStride + (<usize>column) * columnStride;
      for (let lane = 0; lane < count; lane++, place += rowStride) {
        const isScored = load<i64>(ranks + doubles(4 + lane)) >= minNeighbors;
        store<f64>(place, isScored ? load<f64>(ranks + doubles(lane)) : NaN);
      }
    }
    for (let lane = 0; lane < count; lane++) {
      const end = load<i32>(starts + integers(first + lane), 4);
      for (let k = load<i32>(starts + integers(first + lane)); k < end; k++) {
        store<f64>(scratch + doubles(4 * load<i32>(indices + integers(k)) + lane), NaN);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function combined(sum: v128, weights: v128, aggregate: i32): v128 {
  return aggregate == 2 ? sum : f64x2.div(sum, weights);
}

/**
 * Writes for each of 16 columns how many similar rows there are before the last of its `neighbors`
 * nearest ones: 16 numbers of 16 bits, `length` where there are fewer.
 */
function writeRanks(order: usize, length: i32, isRated: usize, neighbors: i32, into: usize): void {
  const wanted = i8x16.splat(<i8>neighbors);
  let counts = i8x16.splat(0);
  let low = counts;
  let high = counts;
  for (let k = 0; k < length; ) {
    let steps = i8x16.splat(0);
    for (const end = min(k + 128, length); k < end; k++) {
      const row = <usize>load<i32>(order + integers(k));
      counts = i8x16.add_sat_u(counts, v128.load(isRated + (row << 4)));
      steps = i8x16.sub(steps, i8x16.lt_u(counts, wanted));
    }
    low = i16x8.add(low, i16x8.extend_low_i8x16_u(steps));
    high = i16x8.add(high, i16x8.extend_high_i8x16_u(steps));
    if (!v128.any_true(i8x16.lt_u(counts, wanted))) break;
  }
  v128.store(into, low);
  v128.store(into, high, 16);
}

/**
 * The combined residuals of one row and column. Of similarities that equal the lowest one only the
 * first count.
 */
export function scoreAlone(
  similarities: usize,
  lowest: f64,
  start: i32,
  end: i32,
  raters: usize,
  residuals: usize,
  scales: usize,
  neighbors: i32,
  aggregate: i32,
  damping: f64,
): f64 {
  let ties = neighbors;
  for (let k = start; k < end; k++) {
    const similarity = load<f64>(similarities + doubles(4 * load<i32>(raters + integers(k))));
    if (similarity > lowest) ties--;
  }
  let sum: f64 = 0;
  let weights = damping;
  for (let k = start; k < end; k++) {
    const rater = load<i32>(raters + integers(k));
    const similarity = load<f64>(similarities + doubles(4 * rater));
    if (!(similarity > lowest)) {
      if (similarity != lowest || ties == 0) continue;
      ties--;
    }
    const weight = aggregate == 1 ? 1 : similarity;
    const term = weight * load<f64>(residuals + doubles(k));
    sum += scales == 0 ? term : term / load<f64>(scales + doubles(rater));
    weights += abs(weight);
  }
  return aggregate == 2 ? sum : sum / weights;
}
