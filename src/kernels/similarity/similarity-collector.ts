import { CsrMatrix } from "../../sparse/csr-matrix.js";

/**
 * Takes the similarities of rows x, ascending, with later rows, and gives them by row, both ways.
 */
export interface SimilarityCollector {
  /**
   * Takes those of row x with the first `count` of `others`, ascending: `there` from x to each, `back` the other way (the same
   * array where there is no difference); NaN for a way that is left out. The arrays are the caller's.
   */
  add(x: number, others: Int32Array, there: Float64Array, back: Float64Array, count: number): void;
  /** A square matrix of what is kept: columns ascend within each row. */
  rows(): CsrMatrix;
}

/** Keeps all pairs: 12 bytes a pair while collecting (20 where the ways differ), 24 in the end. */
export function collectAll(rowCount: number): SimilarityCollector {
  const counts = new Int32Array(rowCount + 1);
  const kept: { x: number; others: Int32Array; there: Float64Array; back: Float64Array }[] = [];
  return {
    add(x, someOthers, someThere, someBack, count) {
      const others = someOthers.slice(0, count);
      const there = someThere.slice(0, count);
      const back = someBack === someThere ? there : someBack.slice(0, count);
      for (let k = 0; k < count; k++) {
        if (!Number.isNaN(there[k])) counts[x + 1]++;
        if (!Number.isNaN(back[k])) counts[others[k] + 1]++;
      }
      kept.push({ x, others, there, back });
    },
    rows() {
      const starts = counts;
      for (let row = 0; row < rowCount; row++) starts[row + 1] += starts[row];
      const next = starts.slice(0, rowCount);
      const indices = new Int32Array(starts[rowCount]);
      const values = new Float64Array(indices.length);
      const put = (row: number, other: number, similarity: number) => {
        if (Number.isNaN(similarity)) return;
        const place = next[row]++;
        indices[place] = other;
        values[place] = similarity;
      };
      for (const { x, others, there, back } of kept) {
        for (let k = 0; k < others.length; k++) {
          put(x, others[k], there[k]);
          put(others[k], x, back[k]);
        }
      }
      return CsrMatrix.fromRows({ starts, indices, values, columnCount: rowCount });
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
    // Indices come ascending, so an equal value never drives out an earlier one; nor does NaN.
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
    add(x, others, there, back, count) {
      for (let k = 0; k < count; k++) {
        offer(x, others[k], there[k]);
        offer(others[k], x, back[k]);
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

/** A collector for which only some rows can be neighbours of others: those where `isCandidate` is 1. */
export function onlyCandidates(collector: SimilarityCollector, isCandidate: Uint8Array): SimilarityCollector {
  const toCandidates = new Float64Array(isCandidate.length);
  const fromCandidate = new Float64Array(isCandidate.length);
  return {
    add(x, others, there, back, count) {
      for (let k = 0; k < count; k++) {
        toCandidates[k] = isCandidate[others[k]] ? there[k] : Number.NaN;
        fromCandidate[k] = isCandidate[x] ? back[k] : Number.NaN;
      }
      collector.add(x, others, toCandidates, fromCandidate, count);
    },
    rows: () => collector.rows(),
  };
}
