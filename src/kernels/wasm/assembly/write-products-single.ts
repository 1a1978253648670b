/** Rows that stay in a core's own cache for all tiles. */
const BLOCK: i32 = 64;

/** sum + a × b. */
// @ts-ignore: decorator
@inline
function plus(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

// @ts-ignore: decorator
@inline
function addEight(into: usize, low: v128, high: v128): void {
  v128.store(into, f32x4.add(v128.load(into), low));
  v128.store(into, f32x4.add(v128.load(into, 16), high), 16);
}

/** Adds a tile of 4 × 8 of Σ y yᵀ; `left` and `right` are numbers of the first y. */
// @ts-ignore: decorator
@inline
function addTile(left: usize, right: usize, count: i32, into: usize, bytes: usize): void {
  let a = f32x4.splat(0);
  let a2 = a;
  let b = a;
  let b2 = a;
  let c = a;
  let c2 = a;
  let d = a;
  let d2 = a;
  for (const end = right + <usize>count * bytes; right < end; left += bytes, right += bytes) {
    const y = v128.load(right);
    const y2 = v128.load(right, 16);
    let x = v128.load32_splat(left);
    a = plus(a, x, y);
    a2 = plus(a2, x, y2);
    x = v128.load32_splat(left, 4);
    b = plus(b, x, y);
    b2 = plus(b2, x, y2);
    x = v128.load32_splat(left, 8);
    c = plus(c, x, y);
    c2 = plus(c2, x, y2);
    x = v128.load32_splat(left, 12);
    d = plus(d, x, y);
    d2 = plus(d2, x, y2);
  }
  addEight(into, a, a2);
  addEight(into + bytes, b, b2);
  addEight(into + 2 * bytes, c, c2);
  addEight(into + 3 * bytes, d, d2);
}

/**
 * Writes rows `from` to below `to`, and the columns that mirror them, of Σ y yᵀ over `rowCount`
 * rows y in single precision. Rows of y and of the matrix are `stride` numbers apart; `from`, `to`
 * and `stride` are multiples of 8. Uses no scratch memory.
 */
export function writeProductsSingle(
  from: i32, to: i32, scratch: usize, vectors: usize, rowCount: i32, stride: i32, matrix: usize,
): void {
  const bytes = <usize>stride << 2;
  // Not the columns beyond the diagonal's tile: another thread may have mirrored its rows there.
  for (let a = from; a < to; a++) memory.fill(matrix + <usize>a * bytes, 0, <usize>((a | 7) + 1) << 2);
  for (let first = 0; first < rowCount; first += BLOCK) {
    const count = min(BLOCK, rowCount - first);
    const y = vectors + <usize>first * bytes;
    for (let a = from; a < to; a += 4) {
      for (let b = 0; b <= a; b += 8) {
        addTile(y + (<usize>a << 2), y + (<usize>b << 2), count, matrix + <usize>a * bytes + (<usize>b << 2), bytes);
      }
    }
  }
  for (let a = from; a < to; a++) {
    for (let b = 0; b < a; b++) {
      const value = load<f32>(matrix + <usize>a * bytes + (<usize>b << 2));
      store<f32>(matrix + <usize>b * bytes + (<usize>a << 2), value);
    }
  }
}
