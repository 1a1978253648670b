import { CsrMatrix } from "../../sparse/csr-matrix.js";

/**
 * Collects the similarities of each row with later rows into a square matrix. Reference:
 * `keptSimilarities` in src/reference/kept-entries.ts.
 */
export interface SimilarityCollector {
  /**
   * Adds the similarities of row x with the first `count` of `others`, both ascending: `forward`
   * from x to each, `reverse` from each to x (the same array if the similarity is symmetric); NaN
   * leaves one out. The arrays may be reused after the call.
   */
  add(x: number, others: Int32Array, forward: Float64Array, reverse: Float64Array, count: number): void;
  /** The matrix of all kept similarities; columns ascend within each row. */
  rows(): CsrMatrix;
}

/** Keeps all pairs: 12 bytes per pair while collecting (20 if asymmetric), 24 in the end. */
export function collectAll(rowCount: number): SimilarityCollector {
  const counts = new Int32Array(rowCount + 1);
  const kept: { x: number; others: Int32Array; forward: Float64Array; reverse: Float64Array }[] = [];
  return {
    add(x, someOthers, someForward, someReverse, count) {
      const others = someOthers.slice(0, count);
      const forward = someForward.slice(0, count);
      const reverse = someReverse === someForward ? forward : someReverse.slice(0, count);
      for (let k = 0; k < count; k++) {
        if (!Number.isNaN(forward[k])) counts[x + 1]++;
        if (!Number.isNaN(reverse[k])) counts[others[k] + 1]++;
      }
      kept.push({ x, others, forward, reverse });
    },
    rows() {
      const starts = counts;
      for (let row = 0; row < rowCount; row++) starts[row + 1] += starts[row];
      const next = starts.slice(0, rowCount);
      const indices = new Int32Array(starts[rowCount]);
      const values = new Float64Array(indices.length);
      const append = (row: number, other: number, similarity: number) => {
        if (Number.isNaN(similarity)) return;
        const place = next[row]++;
        indices[place] = other;
        values[place] = similarity;
      };
      for (const { x, others, forward, reverse } of kept) {
        for (let k = 0; k < others.length; k++) {
          append(x, others[k], forward[k]);
          append(others[k], x, reverse[k]);
        }
      }
      return CsrMatrix.fromRows({ starts, indices, values, columnCount: rowCount });
    },
  };
}

/**
 * Keeps the `keep` highest similarities of each row, of equal ones those with the lowest index, in
 * a heap per row: 12 × rows × keep bytes.
 */
export function collectHighest(rowCount: number, keep: number): SimilarityCollector {
  const sizes = new Int32Array(rowCount);
  const heapIndices = new Int32Array(rowCount * keep);
  const heapValues = new Float64Array(rowCount * keep);

  /** Whether the entry at `a` is dropped before that at `b`. */
  const isWorse = (a: number, b: number) =>
    heapValues[a] < heapValues[b] || (heapValues[a] === heapValues[b] && heapIndices[a] > heapIndices[b]);
  const swap = (a: number, b: number) => {
    const [index, value] = [heapIndices[a], heapValues[a]];
    heapIndices[a] = heapIndices[b];
    heapValues[a] = heapValues[b];
    heapIndices[b] = index;
    heapValues[b] = value;
  };
  const offer = (row: number, index: number, value: number) => {
    const base = row * keep;
    if (sizes[row] < keep) {
      if (Number.isNaN(value)) return;
      let place = sizes[row]++;
      heapIndices[base + place] = index;
      heapValues[base + place] = value;
      for (let up = (place - 1) >> 1; place > 0 && isWorse(base + place, base + up); up = (place - 1) >> 1) {
        swap(base + place, base + up);
        place = up;
      }
      return;
    }
    // Indices ascend, so an equal value never replaces an earlier one; nor does NaN.
    if (!(value > heapValues[base])) return;
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
    add(x, others, forward, reverse, count) {
      for (let k = 0; k < count; k++) {
        offer(x, others[k], forward[k]);
        offer(others[k], x, reverse[k]);
      }
    },
    rows() {
      const starts = new Int32Array(rowCount + 1);
      for (let row = 0; row < rowCount; row++) starts[row + 1] = starts[row] + sizes[row];
      const indices = new Int32Array(starts[rowCount]);
      const values = new Float64Array(starts[rowCount]);
      for (let row = 0; row < rowCount; row++) {
        const order = Int32Array.from({ length: sizes[row] }, (_, k) => row * keep + k);
        order.sort((a, b) => heapIndices[a] - heapIndices[b]);
        for (let k = 0; k < order.length; k++) {
          indices[starts[row] + k] = heapIndices[order[k]];
          values[starts[row] + k] = heapValues[order[k]];
        }
      }
      return CsrMatrix.fromRows({ starts, indices, values, columnCount: rowCount });
    },
  };
}

/** Restricts a collector to neighbours that are candidates: 1 in `isCandidate`. */
export function onlyCandidates(collector: SimilarityCollector, isCandidate: Uint8Array): SimilarityCollector {
  const toCandidates = new Float64Array(isCandidate.length);
  const fromCandidate = new Float64Array(isCandidate.length);
  return {
    add(x, others, forward, reverse, count) {
      for (let k = 0; k < count; k++) {
        toCandidates[k] = isCandidate[others[k]] ? forward[k] : Number.NaN;
        fromCandidate[k] = isCandidate[x] ? reverse[k] : Number.NaN;
      }
      collector.add(x, others, toCandidates, fromCandidate, count);
    },
    rows: () => collector.rows(),
  };
}
