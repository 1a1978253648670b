// The scores of neighbor-scores.ts for rows with few neighbours each: a rating adds to the scores
// of the rows that it is a neighbour of.
import { doubles, integers } from "./byte-counts";
import { scoreAlone } from "./neighbor-scores";

/** Columns whose neighbours are counted at once. */
const GROUP = 128;

/**
 * Writes the cutoff of each row and column, the lowest similarity of the row's nearest neighbours
 * in the column: 0 where all count, NaN where there is none, and −cutoff where a similarity that
 * equals it does not count. The range is that of rows. Neighbours are counted for 128 columns at
 * once, in eight vectors: one for each digit of the 128 numbers.
 *
 * @param digits of 256 − `neighbors`, at which counting begins: the last neighbour carries over; a
 *   ninth vector marks columns of the last 128 that do not exist
 * @param isRated for each 128 columns and row 128 bits: 1 where the row is rated in the column
 * @param into the cutoff of row r in column c at 8 × (c × rows + r)
 */
export function neighborCutoffs(
  from: i32,
  to: i32,
  scratch: usize,
  rows: i32,
  starts: usize,
  indices: usize,
  values: usize,
  isRated: usize,
  columns: i32,
  digits: usize,
  into: usize,
): void {
  const step = doubles(rows);
  let rated = isRated;
  let cutoffs = into + doubles(from);
  for (let rest = columns; rest > 0; rest -= GROUP, rated += <usize>rows << 4, cutoffs += <usize>GROUP * step) {
    for (let column = 0; column < min(rest, GROUP); column++) {
      memory.fill(cutoffs + <usize>column * step, 0, doubles(to - from));
    }
    let place = cutoffs;
    for (let row = from; row < to; row++, place += 8) {
      let digit0 = v128.load(digits);
      let digit1 = v128.load(digits, 16);
      let digit2 = v128.load(digits, 32);
      let digit3 = v128.load(digits, 48);
      let digit4 = v128.load(digits, 64);
      let digit5 = v128.load(digits, 80);
      let digit6 = v128.load(digits, 96);
      let digit7 = v128.load(digits, 112);
      let full = i64x2.splat(0);
      let fullNow = full;
      let found = full;
      if (rest < GROUP) found = v128.load(digits, 128);
      let last: f64 = 0;
      const stop = load<i32>(starts + integers(row), 4);
      for (let k = load<i32>(starts + integers(row)); ; k++) {
        const value = k < stop ? load<f64>(values + doubles(k)) : NaN;
        const isNeighbor = value > 0;
        let written = v128.not(found);
        let tied = written;
        if (isNeighbor) {
          if (value != last) fullNow = i64x2.splat(0);
          last = value;
          const now = v128.load(rated + (<usize>load<i32>(indices + integers(k)) << 4));
          found = v128.or(found, now);
          let carry = v128.and(digit0, now);
          digit0 = v128.xor(digit0, now);
          let next = v128.and(digit1, carry);
          digit1 = v128.xor(digit1, carry);
          carry = v128.and(digit2, next);
          digit2 = v128.xor(digit2, next);
          next = v128.and(digit3, carry);
          digit3 = v128.xor(digit3, carry);
          carry = v128.and(digit4, next);
          digit4 = v128.xor(digit4, next);
          next = v128.and(digit5, carry);
          digit5 = v128.xor(digit5, carry);
          carry = v128.and(digit6, next);
          digit6 = v128.xor(digit6, next);
          next = v128.and(digit7, carry);
          digit7 = v128.xor(digit7, carry);
          tied = v128.and(now, fullNow);
          written = v128.or(tied, v128.andnot(next, full));
          if (!v128.any_true(written)) continue;
          full = v128.or(full, written);
          fullNow = v128.or(fullNow, written);
        }
        writeCutoffs(written, tied, isNeighbor ? value : NaN, place, step);
        if (!isNeighbor) break;
      }
    }
  }
}

/** Writes a cutoff for each of 128 columns whose bit is 1, and its negative for those in `tied`. */
function writeCutoffs(columns: v128, tied: v128, cutoff: f64, into: usize, step: usize): void {
  let bits = i64x2.extract_lane(columns, 0);
  let ties = i64x2.extract_lane(tied, 0);
  for (let half = 0; half < 2; half++, into += 64 * step) {
    for (; bits != 0; bits &= bits - 1) {
      const column = ctz(bits);
      store<f64>(into + <usize>column * step, (ties >> column) & 1 ? -cutoff : cutoff);
    }
    bits = i64x2.extract_lane(columns, 1);
    ties = i64x2.extract_lane(tied, 1);
  }
}

/**
 * Writes the scores of all rows in the columns `from` to below `to` over their cutoffs. Row scales
 * are 1. `scratch` holds a sum for each row; the sum's weights; and a panel as in
 * neighbor-scores.ts, of which the first lane is used: NaN before and after.
 *
 * @param backPlaces for each row, 8 × the rows that it is a neighbour of; see `backValues` for how
 *   similar they are
 * @param into the score of row r in column c at 8 × (c × rows + r)
 */
export function sparseNeighborScores(
  from: i32,
  to: i32,
  scratch: usize,
  rows: i32,
  starts: usize,
  indices: usize,
  values: usize,
  backStarts: usize,
  backPlaces: usize,
  backValues: usize,
  columnStarts: usize,
  raters: usize,
  residuals: usize,
  columnOffsets: usize,
  rowOffsets: usize,
  neighbors: i32,
  isSum: bool,
  damping: f64,
  into: usize,
): void {
  const weights = scratch + doubles(rows);
  const panel = weights + doubles(rows);
  for (let column = from; column < to; column++) {
    const start = load<i32>(columnStarts + integers(column));
    const end = load<i32>(columnStarts + integers(column), 4);
    const offset = load<f64>(columnOffsets + doubles(column));
    const cutoffs = into + doubles(<usize>column * rows);
    for (let row = 0; row < rows; row++) {
      store<f64>(scratch + doubles(row), 0);
      store<f64>(weights + doubles(row), damping);
    }
    for (let k = start; k < end; k++) {
      const starts = backStarts + integers(load<i32>(raters + integers(k)));
      const first = load<i32>(starts);
      const last = backPlaces + integers(load<i32>(starts, 4));
      let factors = v128.load64_splat(residuals + doubles(k));
      for (let sums = scratch; ; sums = weights) {
        let from = backValues + doubles(first);
        for (let at = backPlaces + integers(first); at < last; at += 4, from += 8) {
          const row = <usize>load<i32>(at);
          const similarity = v128.load64_zero(from);
          const isNear = f64x2.ge(similarity, v128.load64_zero(cutoffs + row));
          const term = f64x2.mul(v128.and(isNear, similarity), factors);
          v128.store64_lane(sums + row, f64x2.add(v128.load64_zero(sums + row), term), 0);
        }
        if (isSum || sums == weights) break;
        factors = f64x2.splat(1);
      }
    }
    for (let row = 0; row < rows; row++) {
      const cutoff = load<f64>(cutoffs + doubles(row));
      let score = load<f64>(scratch + doubles(row));
      if (!isSum) score /= load<f64>(weights + doubles(row));
      if (cutoff < 0) {
        const first = load<i32>(starts + integers(row));
        const last = load<i32>(starts + integers(row), 4);
        for (let isKept = true; ; isKept = false) {
          for (let k = first; k < last; k++) {
            const similarity = isKept ? load<f64>(values + doubles(k)) : NaN;
            store<f64>(panel + doubles(4 * load<i32>(indices + integers(k))), similarity);
          }
          if (!isKept) break;
          const aggregate = isSum ? 2 : 0;
          score = scoreAlone(panel, -cutoff, start, end, raters, residuals, 0, neighbors, aggregate, damping);
        }
      }
      score = load<f64>(rowOffsets + doubles(row)) + offset + score;
      store<f64>(cutoffs + doubles(row), cutoff == cutoff ? score : NaN);
    }
  }
}
