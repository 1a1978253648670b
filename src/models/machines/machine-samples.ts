import type { SavedModel } from "../contract/model.js";
import { invalidModelError } from "../contract/saved-model.js";
import type { GibbsSampler } from "./gibbs-sampler.js";

/** The sizes of a machine's parameters. */
export interface MachineShape {
  readonly factors: number;
  readonly columns: number;
  readonly groups: number;
  /** Cut points between classes; 0 for normal targets. */
  readonly cuts: number;
}

/** The normal prior of the weight (place 0) and the factors of a group of columns. */
export interface GroupPrior {
  readonly means: Float32Array;
  readonly precisions: Float32Array;
}

/**
 * Parameters of a factorization machine that were drawn by Gibbs sampling, in single precision. A
 * sample has the bias, the precision of the noise, cut points, means and precisions of the groups,
 * and for each column its weight and its factors: 4 bytes × (columns + 2 × groups) × (factors + 1).
 */
export class MachineSamples {
  readonly shape: MachineShape;
  readonly count: number;
  readonly #values: Float32Array;
  readonly #length: number;

  private constructor(shape: MachineShape, values: Float32Array) {
    this.shape = Object.freeze({ ...shape });
    this.#length = lengthOf(shape);
    this.count = values.length / this.#length;
    this.#values = values;
    Object.freeze(this);
  }

  /** Room for samples, which {@link MachineSamples.write} fills. */
  static empty(shape: MachineShape, count: number): MachineSamples {
    return new MachineSamples(shape, new Float32Array(lengthOf(shape) * count));
  }

  /** The inverse of {@link MachineSamples.state}; a RangeError for another length. */
  static restore({ arrays }: Pick<SavedModel, "arrays">, shape: MachineShape, count: number): MachineSamples {
    const bits = arrays.samples;
    if (!(bits instanceof Int32Array) || bits.length !== lengthOf(shape) * count) {
      throw invalidModelError(`its samples are not ${count} of ${lengthOf(shape)} numbers`);
    }
    return new MachineSamples(shape, new Float32Array(bits.buffer, bits.byteOffset, bits.length));
  }

  /** The bits of all numbers, as a buffer has no array of single precision. */
  state(): { samples: Int32Array } {
    const { buffer, byteOffset, length } = this.#values;
    return { samples: new Int32Array(buffer, byteOffset, length) };
  }

  /** Writes a sample: the parameters of a sampler. */
  write(sample: number, { bias, noise, cuts, priors, weights, values }: GibbsSampler): void {
    const { factors, groups } = this.shape;
    const width = factors + 1;
    const first = 2 + cuts.length;
    const into = this.#sample(sample);
    into[0] = bias;
    into[1] = noise;
    into.set(cuts, 2);
    for (let group = 0; group < groups; group++) {
      for (let f = 0; f < width; f++) {
        into[first + group * 2 * width + f] = priors[f][2 * group];
        into[first + group * 2 * width + width + f] = priors[f][2 * group + 1];
      }
    }
    const columns = this.columns(sample);
    for (const [column, weight] of weights.entries()) {
      columns[column * width] = weight;
      for (let f = 0; f < factors; f++) columns[column * width + f + 1] = values[f][column];
    }
  }

  bias(sample: number): number {
    return this.#values[sample * this.#length];
  }

  /** 1 / the variance of the noise. */
  noise(sample: number): number {
    return this.#values[sample * this.#length + 1];
  }

  /** Cut points between classes. */
  cuts(sample: number): Float32Array {
    return this.#sample(sample).subarray(2, 2 + this.shape.cuts);
  }

  prior(sample: number, group: number): GroupPrior {
    const { factors, cuts } = this.shape;
    const width = factors + 1;
    const start = 2 + cuts + group * 2 * width;
    const values = this.#sample(sample);
    return {
      means: values.subarray(start, start + width),
      precisions: values.subarray(start + width, start + 2 * width),
    };
  }

  /** A row for each column: its weight, then its factors. */
  columns(sample: number): Float32Array {
    return this.rows(sample).subarray(2 * this.shape.groups * (this.shape.factors + 1));
  }

  /** Two rows for each group, the means and the precisions of its prior, and then the columns. */
  rows(sample: number): Float32Array {
    return this.#sample(sample).subarray(2 + this.shape.cuts);
  }

  #sample(sample: number): Float32Array {
    return this.#values.subarray(sample * this.#length, (sample + 1) * this.#length);
  }
}

function lengthOf({ factors, columns, groups, cuts }: MachineShape): number {
  return 2 + cuts + (columns + 2 * groups) * (factors + 1);
}
