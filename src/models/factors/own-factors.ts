import type { Factors } from "../../kernels/dense/factors.js";
import { writeProducts } from "../../kernels/dense/weighted-products.js";

/** The bias and factors of one user or item; the bias is 0 where the model has none. */
export interface OwnFactors {
  readonly bias: number;
  readonly factors: Float64Array;
}

/** All users or all items, whose factors stay as they are while one of the others is solved for. */
export class FixedSide implements Factors {
  /** What every rating has in common: the global mean, or 0. */
  readonly mean: number;
  readonly biases: Float64Array;
  readonly values: Float64Array;
  readonly width: number;
  #products: Float64Array | undefined;

  constructor(mean: number, biases: Float64Array, { values, width }: Factors) {
    this.mean = mean;
    this.biases = biases;
    this.values = values;
    this.width = width;
    Object.freeze(this);
  }

  /** Σ y yᵀ over all factors y: width² numbers, computed once. */
  products(): Float64Array {
    if (this.#products) return this.#products;
    this.#products = new Float64Array(this.width ** 2);
    writeProducts(this, this.#products);
    return this.#products;
  }
}
