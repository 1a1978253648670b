/** Similarities by row, as far as they are defined and kept: columns ascending within each row. */
export interface SimilarityRows {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/**
 * Takes the similarities of pairs x < y, with x and then y ascending, and gives them by row, both ways; NaN for a way that
 * is left out.
 */
export interface SimilarityCollector {
  add(x: number, y: number, ofXtoY: number, ofYtoX: number): void;
  rows(): SimilarityRows;
}

/** Keeps all pairs: 24 bytes a pair while collecting, 24 in the end. */
export function collectAll(rowCount: number): SimilarityCollector {
  const counts = new Int32Array(rowCount + 1);
  let pairs = new Int32Array(1 << 12);
  let similarities = new Float64Array(1 << 12);
  let used = 0;
  return {
    add(x, y, ofXtoY, ofYtoX) {
      if (used === pairs.length) {
        pairs = grown(pairs, new Int32Array(2 * used));
        similarities = grown(similarities, new Float64Array(2 * used));
      }
      pairs[used] = x;
      similarities[used++] = ofXtoY;
      pairs[used] = y;
      similarities[used++] = ofYtoX;
      if (!Number.isNaN(ofXtoY)) counts[x + 1]!++;
      if (!Number.isNaN(ofYtoX)) counts[y + 1]!++;
    },
    rows() {
      const starts = counts;
      for (let row = 0; row < rowCount; row++) starts[row + 1]! += starts[row]!;
      const next = starts.slice(0, rowCount);
      const indices = new Int32Array(starts[rowCount]!);
      const values = new Float64Array(indices.length);
      for (let k = 0; k < used; k++) {
        if (Number.isNaN(similarities[k]!)) continue;
        const place = next[pairs[k]!]!++;
        indices[place] = pairs[k ^ 1]!;
        values[place] = similarities[k]!;
      }
      return { starts, indices, values };
    },
  };
}

/** Keeps the `keep` highest of each row, of equal ones the lowest index: 12 bytes for each of rows × keep. */
export function collectHighest(rowCount: number, keep: number): SimilarityCollector {
  const sizes = new Int32Array(rowCount);
  const heapIndices = new Int32Array(rowCount * keep);
  const heapValues = new Float64Array(rowCount * keep);

  /** Whether the entry at `a` goes before that at `b` in what is dropped first. */
  const isWorse = (a: number, b: number) =>
    heapValues[a]! < heapValues[b]! || (heapValues[a] === heapValues[b] && heapIndices[a]! > heapIndices[b]!);
  const swap = (a: number, b: number) => {
    const [index, value] = [heapIndices[a]!, heapValues[a]!];
    heapIndices[a] = heapIndices[b]!;
    heapValues[a] = heapValues[b]!;
    heapIndices[b] = index;
    heapValues[b] = value;
  };
  const offer = (row: number, index: number, value: number) => {
    if (Number.isNaN(value)) return;
    const base = row * keep;
    if (sizes[row]! < keep) {
      let place = sizes[row]!++;
      heapIndices[base + place] = index;
      heapValues[base + place] = value;
      for (let up = (place - 1) >> 1; place > 0 && isWorse(base + place, base + up); up = (place - 1) >> 1) {
        swap(base + place, base + up);
        place = up;
      }
      return;
    }
    // Indices come ascending, so an equal value never drives out an earlier one.
    if (!(value > heapValues[base]!)) return;
    heapIndices[base] = index;
    heapValues[base] = value;
    for (let place = 0, child = 1; child < keep; child = 2 * place + 1) {
      if (child + 1 < keep && isWorse(base + child + 1, base + child)) child++;
      if (!isWorse(base + child, base + place)) break;
      swap(base + child, base + place);
      place = child;
    }
  };

  return {
    add(x, y, ofXtoY, ofYtoX) {
      offer(x, y, ofXtoY);
      offer(y, x, ofYtoX);
    },
    rows() {
      const starts = new Int32Array(rowCount + 1);
      for (let row = 0; row < rowCount; row++) starts[row + 1] = starts[row]! + sizes[row]!;
      const indices = new Int32Array(starts[rowCount]!);
      const values = new Float64Array(starts[rowCount]!);
      for (let row = 0; row < rowCount; row++) {
        const order = Array.from({ length: sizes[row]! }, (_, k) => row * keep + k);
        order.sort((a, b) => heapIndices[a]! - heapIndices[b]!);
        for (const [k, place] of order.entries()) {
          indices[starts[row]! + k] = heapIndices[place]!;
          values[starts[row]! + k] = heapValues[place]!;
        }
      }
      return { starts, indices, values };
    },
  };
}

/** A collector for which only some rows can be neighbours of others: those where `isCandidate` is 1. */
export function onlyCandidates(collector: SimilarityCollector, isCandidate: Uint8Array): SimilarityCollector {
  return {
    add(x, y, ofXtoY, ofYtoX) {
      collector.add(x, y, isCandidate[y] ? ofXtoY : Number.NaN, isCandidate[x] ? ofYtoX : Number.NaN);
    },
    rows: () => collector.rows(),
  };
}

function grown<T extends Int32Array | Float64Array>(small: T, large: T): T {
  large.set(small);
  return large;
}
