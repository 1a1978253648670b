/** Adds `scale` × the row that starts at place `start` of `rows` to `into`. O(length of `into`). */
export function addRow(rows: Float64Array, start: number, scale: number, into: Float64Array): void {
  for (let f = 0; f < into.length; f++) into[f] += scale * rows[start + f];
}
