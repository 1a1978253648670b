// The loop of src/kernels/factors/factor-scores.ts, with its order of additions.
import { tile } from "./tile";

/**
 * Writes the scores of all items for the users `from` to below `to`, multiples of 4. Users and
 * items are packed four by four, and their numbers are multiples of 4.
 *
 * @param userBases mean + bias of each user
 * @param into rows of `itemCount` numbers
 */
export function factorScores(
  from: i32,
  to: i32,
  scratch: usize,
  users: usize,
  userBases: usize,
  items: usize,
  itemBiases: usize,
  itemCount: i32,
  width: i32,
  into: usize,
): void {
  const stride = (<usize>itemCount) << 3;
  for (let j = 0; j < itemCount; j += 4) {
    const right = items + (((<usize>j) * width) << 3);
    const biases = itemBiases + ((<usize>j) << 3);
    const low = v128.load(biases);
    const high = v128.load(biases, 16);
    for (let i = from; i < to; i += 4) {
      const place = into + (<usize>i) * stride + ((<usize>j) << 3);
      const bases = userBases + ((<usize>i) << 3);
      for (let row: usize = 0, at = place; row < 32; row += 8, at += stride) {
        const base = v128.load64_splat(bases + row);
        v128.store(at, f64x2.add(base, low));
        v128.store(at, f64x2.add(base, high), 16);
      }
      tile(users + (((<usize>i) * width) << 3), right, width, place, stride, true);
    }
  }
}
