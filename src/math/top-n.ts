/**
 * The indices of the `count` highest scores, best first; equal scores in the order of their index,
 * NaN never. A heap of `count` places holds the best so far: O(scores × log count).
 *
 * @example
 * topIndices(Float64Array.of(1, 3, NaN, 3, 2), 3); // Int32Array [1, 3, 4]
 */
export function topIndices(scores: Float64Array, count: number): Int32Array {
  const heap = new Int32Array(Math.min(count, scores.length));
  let size = 0;
  for (let index = 0; index < scores.length; index++) {
    if (Number.isNaN(scores[index]!)) continue;
    if (size < heap.length) {
      heap[size++] = index;
      if (size === heap.length) for (let root = size >> 1; root >= 0; root--) sink(heap, root, size, scores);
    } else if (size > 0 && isWorse(scores, heap[0]!, index)) {
      heap[0] = index;
      sink(heap, 0, size, scores);
    }
  }
  return heap.slice(0, size).sort((a, b) => (isWorse(scores, a, b) ? 1 : -1));
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
