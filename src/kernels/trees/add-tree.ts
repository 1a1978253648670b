/**
 * Adds to each of some rows what a tree says of it. From the root, at `root`, a row goes left where its feature is at most the threshold, or is NaN
 * and NaN goes left there, up to a leaf, whose number is added. O(rows × depth).
 *
 * @param values of the features, row after row
 * @param features which a node asks for, -1 at a leaf
 * @param numbers thresholds, and what leaves say
 * @param lefts the left child, counted from the root; the right one is next to it
 * @param nanLefts 1 where NaN goes left
 * @param into a number for each row of `values`
 */
export function addTree(
  values: Float64Array | Float32Array,
  width: number,
  rows: Int32Array,
  root: number,
  features: Int32Array,
  numbers: Float64Array,
  lefts: Int32Array,
  nanLefts: Int32Array,
  into: Float64Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    let node = root;
    for (let f = features[node]; f >= 0; f = features[node]) {
      const value = values[row * width + f];
      const isLeft = value <= numbers[node] || (Number.isNaN(value) && nanLefts[node] === 1);
      node = root + lefts[node] + (isLeft ? 0 : 1);
    }
    into[row] += numbers[node];
  }
}
