import { accelerated } from "../../kernels/backend.js";
import { drawWeights } from "../../kernels/machines/draw-columns.js";
import {
  columnsFrom,
  type DrawnColumns,
  type MachinePasses,
  openMachinePasses,
} from "../../kernels/machines/machine-passes.js";
import { addProducts } from "../../kernels/machines/row-products.js";
import { drawGamma } from "../../math/draw-gamma.js";
import type { Random } from "../../math/random.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { transpose } from "../../sparse/transpose.js";
import { blockRows, clearProducts, type RelationBlock } from "./relation-block.js";
import type { TargetModel } from "./target-model.js";

/** Standard deviation of the factors that a sampler starts from. */
const INITIAL_SCALE = 0.1;

/** What a sampler learns from. */
export interface SamplerData {
  readonly blocks: readonly RelationBlock[];
  /** For each block the row of each rating. */
  readonly rowsOfRatings: readonly Int32Array[];
  readonly targets: TargetModel;
}

/** A group of columns. */
interface Group {
  readonly block: number;
  /** Its first column in the block, and among those of all blocks. */
  readonly firstInBlock: number;
  readonly first: number;
  readonly size: number;
}

/**
 * Draws the parameters of a factorization machine from their distribution given the targets, by
 * Gibbs sampling: what `gibbsSweep` of reelbook/reference does, with relation blocks. A parameter's
 * update runs over the distinct users and items instead of their ratings, so that a sweep costs
 * O((ratings + entries of the blocks) × factors).
 */
export class GibbsSampler {
  readonly columnCount: number;
  readonly groupCount: number;
  readonly factors: number;
  bias = 0;
  /** 1 / the variance of the noise. */
  noise = 1;
  /** Of each column. */
  readonly weights: Float64Array;
  /** For each factor, that of each column. */
  readonly values: readonly Float64Array[];
  /** Mean and precision for each group: of the weights, then of each factor. */
  readonly priors: readonly Float64Array[];
  /** Cut points between classes, if the targets have any. */
  readonly cuts: Float64Array;
  readonly #random: Random;
  readonly #targets: TargetModel;
  readonly #groups: readonly Group[];
  readonly #passes: MachinePasses;
  readonly #normals: Float64Array;

  constructor({ blocks, rowsOfRatings, targets }: SamplerData, factors: number, random: Random) {
    this.factors = factors;
    this.#random = random;
    let first = 0;
    this.#groups = blocks.flatMap(({ groups }, block) => {
      const start = first;
      return groups.map(({ size }) => {
        first += size;
        return { block, firstInBlock: first - size - start, first: first - size, size };
      });
    });
    this.columnCount = first;
    this.groupCount = this.#groups.length;
    this.weights = new Float64Array(first);
    const normal = () => random.normal() * INITIAL_SCALE;
    this.values = Array.from({ length: factors }, () => new Float64Array(first).map(normal));
    this.priors = Array.from({ length: factors + 1 }, () =>
      new Float64Array(2 * this.groupCount).map((_, k) => k % 2),
    );
    this.#normals = new Float64Array(first);
    this.#targets = targets;
    this.cuts = targets.cuts;
    const residuals = targets.start();
    this.#passes = (accelerated("openMachinePasses") ?? openMachinePasses)({
      residuals,
      totals: new Float64Array(residuals.length),
      blocks: blocks.map(({ features }, place) => ({
        rowOfRating: rowsOfRatings[place],
        rows: blockRows(features.rowCount, rowsOfRatings[place]),
        columns: transpose(features),
      })),
    });
    for (const values of this.values) this.#subtractPairs(values);
  }

  /** Draws all parameters once. */
  sweep(): void {
    const passes = this.#passes;
    this.noise = this.#targets.draw(passes.data.residuals, this.#random);
    if (this.#targets.biased) this.#drawBias();
    this.#drawColumns(this.weights, this.priors[0], (block, { first, normals, ...prior }, values) => {
      const { rows, columns } = passes.data.blocks[block];
      drawWeights(columnsFrom(columns, first, values.length), rows, prior, values, normals);
    });
    for (const [f, values] of this.values.entries()) {
      this.#writeTotals(passes.addProducts, values);
      this.#drawColumns(values, this.priors[f + 1], passes.drawFactor);
    }
  }

  #drawBias(): void {
    const { residuals } = this.#passes.data;
    let sum = 0;
    for (const residual of residuals) sum += residual;
    const count = residuals.length;
    const precision = 1 + this.noise * count;
    const mean = (this.noise * (sum + count * this.bias)) / precision;
    const next = mean + this.#random.normal() / Math.sqrt(precision);
    const difference = next - this.bias;
    for (let t = 0; t < count; t++) residuals[t] -= difference;
    this.bias = next;
  }

  /** Draws priors and values of all columns: their weights, or one factor. */
  #drawColumns(values: Float64Array, priors: Float64Array, draw: MachinePasses["drawFactor"]): void {
    for (const [group, { first, size }] of this.#groups.entries()) {
      this.#drawPrior(values.subarray(first, first + size), priors.subarray(2 * group, 2 * group + 2));
    }
    let last = -1;
    for (const [group, { block, firstInBlock, first, size }] of this.#groups.entries()) {
      if (block !== last) this.#passes.overRatings(last, block);
      last = block;
      const normals = this.#normals.subarray(0, size);
      for (let k = 0; k < size; k++) normals[k] = this.#random.normal();
      const drawn: DrawnColumns = {
        first: firstInBlock,
        normals,
        mean: priors[2 * group],
        precision: priors[2 * group + 1],
        noise: this.noise,
      };
      draw(block, drawn, values.subarray(first, first + size));
    }
    this.#passes.overRatings(last, -1);
  }

  /** Draws mean and precision of a group's prior, given the values of the group. */
  #drawPrior(values: Float64Array, prior: Float64Array): void {
    const [mean] = prior;
    let sum = 0;
    let squares = 0;
    for (const value of values) {
      sum += value;
      squares += (value - mean) ** 2;
    }
    const count = values.length;
    const precision = drawGamma(this.#random, (2 + count) / 2) / ((1 + squares + mean ** 2) / 2);
    prior[0] = sum / (count + 1) + this.#random.normal() / Math.sqrt(precision * (count + 1));
    prior[1] = precision;
  }

  /** Makes Σ v x of each row and of each rating, for one factor v. */
  #writeTotals(add: MachinePasses["addProducts"], values: Float64Array): void {
    let first = 0;
    for (const [block, { rows, columns }] of this.#passes.data.blocks.entries()) {
      clearProducts(rows);
      add(block, values.subarray(first, first + columns.rowCount));
      first += columns.rowCount;
    }
    this.#passes.writeTotals();
  }

  /** Subtracts what a factor adds to the scores: ½ ((Σ v x)² − Σ v² x²). */
  #subtractPairs(values: Float64Array): void {
    const { residuals, totals, blocks } = this.#passes.data;
    const square = (value: number) => value * value;
    this.#writeTotals(this.#passes.addProducts, values);
    for (const [t, total] of totals.entries()) residuals[t] -= square(total) / 2;
    const addSquares = (block: number, own: Float64Array) => {
      const { rows, columns } = blocks[block];
      addProducts(CsrMatrix.fromRows({ ...columns, values: columns.values.map(square) }), own, rows);
    };
    this.#writeTotals(addSquares, values.map(square));
    for (const [t, total] of totals.entries()) residuals[t] += total / 2;
  }
}
