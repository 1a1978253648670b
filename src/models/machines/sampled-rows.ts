import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { MachineSamples } from "./machine-samples.js";

/**
 * What the features of users (or items) add to scores, for each sample: a row for each user, which
 * has
 *
 *     Σ w x + ½ Σ over factors ((Σ v x)² − Σ v² x²)
 *
 * and then Σ v x of each factor. O(samples × entries × factors).
 */
export class SampledRows {
  /** Length of a row: the number of factors, and 1. */
  readonly width: number;
  readonly #rowCount: number;
  readonly #values: Float32Array;

  /** @param first the place of the block's first column among all columns */
  constructor(samples: MachineSamples, features: CsrMatrix, first: number) {
    const width = samples.shape.factors + 1;
    const { rowCount } = features;
    this.width = width;
    this.#rowCount = rowCount;
    this.#values = new Float32Array(samples.count * rowCount * width);
    const row = new Float64Array(width);
    for (let sample = 0; sample < samples.count; sample++) {
      const columns = samples.columns(sample).subarray(first * width);
      const into = this.ofSample(sample);
      for (let r = 0; r < rowCount; r++) {
        writeRow(features, r, columns, row);
        into.set(row, r * width);
      }
    }
    Object.freeze(this);
  }

  /** All rows of a sample. */
  ofSample(sample: number): Float32Array {
    const length = this.#rowCount * this.width;
    return this.#values.subarray(sample * length, (sample + 1) * length);
  }

  /** One row of a sample. */
  row(sample: number, row: number): Float32Array {
    const start = (sample * this.#rowCount + row) * this.width;
    return this.#values.subarray(start, start + this.width);
  }
}

/** Writes the row that features with these columns make. */
export function writeRow(
  { starts, indices, values }: Pick<CsrMatrix, "starts" | "indices" | "values">,
  row: number,
  columns: Float32Array,
  into: Float64Array,
): void {
  const width = into.length;
  into.fill(0);
  let squares = 0;
  for (let k = starts[row]; k < starts[row + 1]; k++) {
    const column = indices[k] * width;
    const x = values[k];
    into[0] += x * columns[column];
    for (let f = 1; f < width; f++) {
      const product = x * columns[column + f];
      into[f] += product;
      squares += product * product;
    }
  }
  for (let f = 1; f < width; f++) squares -= into[f] * into[f];
  into[0] -= squares / 2;
}
