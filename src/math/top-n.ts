/**
 * The indices of the `count` highest scores, best first; equal scores in the order of their index,
 * NaN never. A heap of `count` places holds the best so far: O(scores × log count).
 *
 * @example
 * topIndices(Float64Array.of(1, 3, NaN, 3, 2), 3); // Int32Array [1, 3, 4]
 */
export function topIndices(scores: Float64Array, count: number): Int32Array {
  const top = new Int32Array(Math.min(count, scores.length));
  const size = topIndicesInto(scores, top);
  return top.slice(0, size).sort((a, b) => (isWorse(scores, a, b) ? 1 : -1));
}

/**
 * Writes the indices of the highest scores into `top`, as many as it holds, in no particular order: {@link topIndices}
 * without its sorting and its arrays. Returns how many there are.
 */
export function topIndicesInto(scores: Float64Array, top: Int32Array): number {
  let size = 0;
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index]!;
    if (Number.isNaN(score)) continue;
    if (size < top.length) {
      top[size++] = index;
      if (size === top.length)
        for (let root = (size >> 1) - 1; root >= 0; root--) sink(top, root, size, scores);
    } else if (size > 0 && score > scores[top[0]!]!) {
      // An equal score with a later index never drives out an earlier one.
      top[0] = index;
      sink(top, 0, size, scores);
    }
  }
  return size;
}

function isWorse(scores: Float64Array, a: number, b: number): boolean {
  return scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
}

/** Moves the index at `root` down until the worst of its branch is on top. */
function sink(heap: Int32Array, root: number, size: number, scores: Float64Array): void {
  const moved = heap[root]!;
  let place = root;
  for (let child = 2 * place + 1; child < size; child = 2 * place + 1) {
    if (child + 1 < size && isWorse(scores, heap[child + 1]!, heap[child]!)) child++;
    if (!isWorse(scores, heap[child]!, moved)) break;
    heap[place] = heap[child]!;
    place = child;
  }
  heap[place] = moved;
}
