/**
 * Writes rows that each stand for a row of one block and a row of another together, as one row of
 * the features of both:
 *
 *     first[0] + second[0] + Σ over factors f of first[f] × second[f],  then first[f] + second[f]
 *
 * O(rows × factors). Reference: `machineScore` in src/reference/factorization-machine.ts.
 *
 * @param firsts rows, each of `width` numbers
 * @param firstRows which of them is the first of each joined row
 */
export function joinRows(
  firsts: Float32Array,
  firstRows: Int32Array,
  seconds: Float32Array,
  secondRows: Int32Array,
  width: number,
  into: Float32Array,
): void {
  for (let k = 0; k < firstRows.length; k++) {
    const [first, second, row] = [firstRows[k] * width, secondRows[k] * width, k * width];
    let score = firsts[first] + seconds[second];
    for (let f = 1; f < width; f++) {
      score += firsts[first + f] * seconds[second + f];
      into[row + f] = firsts[first + f] + seconds[second + f];
    }
    into[row] = score;
  }
}
