// The loops of src/kernels/trees/gradient-histogram.ts and split-rows.ts.

/** Rows that are copied to scratch memory at once, with bytes for each. */
const BLOCK: usize = 64;
const ROW_BYTES: usize = 32;

/**
 * Sums the gradients of some rows, at `rows` to before `end`, by bin, for the features `from` to
 * below `to`, at most 16. The rows of a block are copied first, so that the processor fetches many
 * at once, which are far apart in memory.
 *
 * @param scratch 2 KiB
 * @param bins row after row, and 16 bytes more
 */
export function fillHistogram(
  from: i32,
  to: i32,
  scratch: usize,
  rows: usize,
  end: usize,
  bins: usize,
  width: i32,
  gradients: usize,
  into: usize,
): void {
  const count = <usize>(to - from);
  into += (<usize>from) << 12;
  bins += from;
  memory.fill(into, 0, count << 12);
  const ones = f64x2.splat(1);
  while (rows < end) {
    let copied = scratch;
    for (const stop = min(end, rows + (BLOCK << 2)); rows < stop; rows += 4, copied += ROW_BYTES) {
      const row = <usize>load<u32>(rows);
      v128.store(copied, v128.load(bins + row * width));
      store<f64>(copied, <f64>load<f32>(gradients + (row << 2)), 16);
    }
    for (let row = scratch; row < copied; row += ROW_BYTES) {
      const gradientAndOne = f64x2.replace_lane(ones, 0, load<f64>(row, 16));
      let sums = into;
      for (let bin = row, stop = row + count; bin < stop; bin++, sums += 4096) {
        const at = sums + ((<usize>load<u8>(bin)) << 4);
        v128.store(at, f64x2.add(v128.load(at), gradientAndOne));
      }
    }
  }
}

/**
 * Copies the rows `from` to below `to` that go left to `lefts`, the others to `rights`, each from
 * the place of the first row on, and writes how many go left at `counts`, one number for each
 * `part` of rows.
 *
 * @param bins of the split's feature, one for each row
 */
export function divideRows(
  from: i32,
  to: i32,
  scratch: usize,
  rows: usize,
  bins: usize,
  shift: i32,
  firstRight: i32,
  lefts: usize,
  rights: usize,
  counts: usize,
  part: i32,
): void {
  const first = (<usize>from) << 2;
  let left = lefts + first;
  let right = rights + first;
  for (let at = rows + first, end = rows + ((<usize>to) << 2); at < end; at += 4) {
    const row = load<u32>(at);
    store<u32>(left, row);
    store<u32>(right, row);
    const bin = (<i32>load<u8>(bins + row) + shift) & 255;
    const isLeft = (<usize>(bin < firstRight)) << 2;
    left += isLeft;
    right += 4 - isLeft;
  }
  store<i32>(counts + ((<usize>(from / part)) << 2), <i32>((left - lefts - first) >> 2));
}

/** Copies what {@link divideRows} wrote for a part back to `rows`, all that go left first. */
export function joinRows(
  from: i32,
  to: i32,
  scratch: usize,
  rows: usize,
  lefts: usize,
  rights: usize,
  counts: usize,
  part: i32,
  firstRight: i32,
): void {
  const end = counts + ((<usize>(from / part)) << 2);
  let before = 0;
  for (; counts < end; counts += 4) before += load<i32>(counts);
  const count = (<usize>load<i32>(end)) << 2;
  const first = (<usize>from) << 2;
  memory.copy(rows + ((<usize>before) << 2), lefts + first, count);
  const right = rows + ((<usize>(firstRight + from - before)) << 2);
  memory.copy(right, rights + first, ((<usize>(to - from)) << 2) - count);
}
