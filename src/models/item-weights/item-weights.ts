import { accelerated } from "../../kernels/backend.js";
import type { UserScores, UserScoresSize } from "../../kernels/dense/user-scores.js";
import { denseWeightScores } from "../../kernels/item-weights/dense-weight-scores.js";
import { sparseWeightScores } from "../../kernels/item-weights/sparse-weight-scores.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { denseRow } from "../../sparse/dense-row.js";
import type { SparseRow } from "../../sparse/row-of.js";
import { transpose } from "../../sparse/transpose.js";
import { valueAt } from "../../sparse/value-at.js";
import { stateOfRows } from "../contract/saved-model.js";

/** Weights from items to other items; an item has none to itself. */
export interface ItemWeights {
  /**
   * Writes the score of every item: Σ value × weight over some items, NaN where no weight leads to
   * it.
   */
  score(items: Int32Array, values: Float64Array, into: Float64Array): void;
  /** Opens a job that scores many users, if there is a faster way than one after the other. */
  openScores?(byUser: CsrMatrix, size: UserScoresSize): UserScores | undefined;
  /** Writes the scores of the items `targets` alone, whose indices ascend. */
  scoreSome(user: SparseRow, targets: Int32Array, into: Float64Array): void;
  /** The weight from one item to another, NaN where there is none. */
  at(from: number, to: number): number;
  /** The weights from one item to all items, NaN where there is none. */
  from(item: number): Float64Array;
  /** The arrays they are saved as. */
  state(): Readonly<Record<string, Float64Array | Int32Array>>;
}

/** Weights of all pairs of n items: n × n, row by row in a flat array, 0 on the diagonal. */
export class DenseWeights implements ItemWeights {
  readonly #weights: Float64Array;
  readonly #n: number;

  constructor(weights: Float64Array, n: number) {
    this.#weights = weights;
    this.#n = n;
  }

  score(items: Int32Array, values: Float64Array, into: Float64Array): void {
    denseWeightScores(items, values, this.#weights, into);
  }

  openScores(byUser: CsrMatrix, size: UserScoresSize): UserScores | undefined {
    return accelerated("openDenseWeightScores")?.(byUser, this.#weights, size);
  }

  /** O(the user's items × targets). */
  scoreSome({ indices, values }: SparseRow, targets: Int32Array, into: Float64Array): void {
    into.fill(indices.length === 0 ? Number.NaN : 0, 0, targets.length);
    for (let k = 0; k < indices.length; k++) {
      const row = indices[k] * this.#n;
      for (let t = 0; t < targets.length; t++) into[t] += values[k] * this.#weights[row + targets[t]];
    }
    if (indices.length === 1 && targets.includes(indices[0])) into[targets.indexOf(indices[0])] = Number.NaN;
  }

  at(from: number, to: number): number {
    return from === to ? Number.NaN : this.#weights[from * this.#n + to];
  }

  from(item: number): Float64Array {
    const weights = this.#weights.slice(item * this.#n, (item + 1) * this.#n);
    weights[item] = Number.NaN;
    return weights;
  }

  state(): { weights: Float64Array } {
    return { weights: this.#weights };
  }
}

/** Weights of some pairs: row i holds the weights from item i, columns ascending. */
export class SparseWeights implements ItemWeights {
  readonly #rows: CsrMatrix;

  constructor(rows: CsrMatrix) {
    this.#rows = rows;
  }

  /** From a matrix of which row j holds the weights *to* item j. */
  static leadingTo(weights: CsrMatrix): SparseWeights {
    return new SparseWeights(transpose(weights));
  }

  score(items: Int32Array, values: Float64Array, into: Float64Array): void {
    sparseWeightScores(items, values, this.#rows, into);
  }

  /** O(the user's items × (targets + weights of an item)). */
  scoreSome({ indices, values }: SparseRow, targets: Int32Array, into: Float64Array): void {
    const { starts, indices: columns, values: weights } = this.#rows;
    into.fill(Number.NaN, 0, targets.length);
    for (let k = 0; k < indices.length; k++) {
      const end = starts[indices[k] + 1];
      let entry = starts[indices[k]];
      for (let t = 0; t < targets.length && entry < end; t++) {
        while (entry < end && columns[entry] < targets[t]) entry++;
        if (entry < end && columns[entry] === targets[t])
          into[t] = sumOf(into[t], values[k] * weights[entry]);
      }
    }
  }

  at(from: number, to: number): number {
    return valueAt(this.#rows, from, to);
  }

  from(item: number): Float64Array {
    return denseRow(this.#rows, item);
  }

  state(): Readonly<Record<string, Float64Array | Int32Array>> {
    return stateOfRows(this.#rows);
  }
}

/** A sum of which NaN is the start. */
function sumOf(sum: number, term: number): number {
  return (Number.isNaN(sum) ? 0 : sum) + term;
}
