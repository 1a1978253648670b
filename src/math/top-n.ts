/**
 * The indices of the `count` highest scores, best first; equal scores in the order of their index,
 * NaN never. A heap of `count` places holds the best so far: O(scores × log count).
 *
 * @example
 * topIndices(Float64Array.of(1, 3, NaN, 3, 2), 3); // Int32Array [1, 3, 4]
 */
export function topIndices(scores: Float64Array, count: number): Int32Array {
  const top = new Int32Array(Math.min(count, scores.length));
  return top.slice(0, rankedIndicesInto(scores, top));
}

/**
 * {@link topIndices} into a given array, as many as it holds, for callers that rank many rows of
 * scores: nothing is allocated. Returns how many there are.
 */
export function rankedIndicesInto(scores: Float64Array, top: Int32Array): number {
  const size = topIndicesInto(scores, top);
  for (let root = (size >> 1) - 1; root >= 0; root--) sink(top, root, size, scores);
  for (let last = size - 1; last > 0; last--) {
    const worst = top[0];
    top[0] = top[last];
    top[last] = worst;
    sink(top, 0, last, scores);
  }
  return size;
}

/**
 * Writes the indices of the highest of the first `count` scores into `top`, as many as it holds, in
 * no particular order: {@link topIndices} without its sorting and its arrays. Returns how many
 * there are.
 */
export function topIndicesInto(scores: Float64Array, top: Int32Array, count = scores.length): number {
  let size = 0;
  let index = 0;
  for (; index < count && size < top.length; index++) {
    if (!Number.isNaN(scores[index])) top[size++] = index;
  }
  if (index === count || size === 0) return size;
  for (let root = (size >> 1) - 1; root >= 0; root--) sink(top, root, size, scores);
  let worst = scores[top[0]];
  for (; index < count; index++) {
    // An equal score with a later index never drives out an earlier one, nor does NaN.
    if (!(scores[index] > worst)) continue;
    top[0] = index;
    sink(top, 0, size, scores);
    worst = scores[top[0]];
  }
  return size;
}

/**
 * Moves the index at `root` down until the worst of its branch is on top: the lowest score, and of
 * equal scores the later index. Each score is read once.
 */
function sink(heap: Int32Array, root: number, size: number, scores: Float64Array): void {
  const moved = heap[root];
  const score = scores[moved];
  let place = root;
  for (let child = 2 * place + 1; child < size; child = 2 * place + 1) {
    let index = heap[child];
    let worst = scores[index];
    if (child + 1 < size) {
      const other = heap[child + 1];
      const ofOther = scores[other];
      if (ofOther < worst || (ofOther === worst && other > index)) {
        child++;
        index = other;
        worst = ofOther;
      }
    }
    if (!(worst < score || (worst === score && index > moved))) break;
    heap[place] = index;
    place = child;
  }
  heap[place] = moved;
}
