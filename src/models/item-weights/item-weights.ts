import { denseWeightScores } from "../../kernels/item-weights/dense-weight-scores.js";
import { sparseWeightScores } from "../../kernels/item-weights/sparse-weight-scores.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { denseRow } from "../../sparse/dense-row.js";
import { transpose } from "../../sparse/transpose.js";
import { valueAt } from "../../sparse/value-at.js";
import { stateOfRows } from "../contract/saved-model.js";

/** A weight from each item to each other one; none of an item to itself. */
export interface ItemWeights {
  /** Writes for every item the sum of value × weight over those that lead to it, NaN where none does. */
  addUp(items: Int32Array, values: Float64Array, into: Float64Array): void;
  /** The weight from one item to another, NaN where there is none. */
  at(from: number, to: number): number;
  /** The weights from one item to all, NaN where there is none. */
  from(item: number): Float64Array;
  /** What they are saved as. */
  state(): Readonly<Record<string, Float64Array | Int32Array>>;
}

/** Weights of all pairs, row by row in one flat array of n², 0 on the diagonal. */
export class DenseWeights implements ItemWeights {
  readonly #weights: Float64Array;
  readonly #n: number;

  constructor(weights: Float64Array, n: number) {
    this.#weights = weights;
    this.#n = n;
  }

  addUp(items: Int32Array, values: Float64Array, into: Float64Array): void {
    denseWeightScores(items, values, this.#weights, into);
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

/** Weights of some pairs, by rows with ascending columns. */
export class SparseWeights implements ItemWeights {
  readonly #rows: CsrMatrix;

  constructor(rows: CsrMatrix) {
    this.#rows = rows;
  }

  /** Weights of which each row holds those that lead *to* its item. */
  static leadingTo(weights: CsrMatrix): SparseWeights {
    return new SparseWeights(transpose(weights));
  }

  addUp(items: Int32Array, values: Float64Array, into: Float64Array): void {
    sparseWeightScores(items, values, this.#rows, into);
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
