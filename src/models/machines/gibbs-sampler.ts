import { drawFactor, drawWeights } from "../../kernels/machines/draw-columns.js";
import { addProducts, addToTotals } from "../../kernels/machines/row-products.js";
import { sumOverRatings, updateRatings } from "../../kernels/machines/row-sums.js";
import { drawGamma } from "../../math/draw-gamma.js";
import type { Random } from "../../math/random.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { blockRows, clearProducts, columnsOfGroups, type RelationBlock } from "./relation-block.js";
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

/** A group of columns and where its priors and parameters are. */
interface Group {
  readonly columns: CsrMatrix;
  /** Its first column among those of all blocks. */
  readonly first: number;
  readonly size: number;
}

interface Block {
  readonly rowOfRating: Int32Array;
  readonly rows: Float64Array;
  readonly groups: readonly Group[];
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
  readonly #blocks: readonly Block[];
  readonly #groups: readonly Group[];
  readonly #residuals: Float64Array;
  readonly #totals: Float64Array;
  readonly #normals: Float64Array;

  constructor({ blocks, rowsOfRatings, targets }: SamplerData, factors: number, random: Random) {
    this.factors = factors;
    this.#random = random;
    let first = 0;
    this.#blocks = blocks.map((block, place) => {
      const columns = columnsOfGroups(block);
      const groups = block.groups.map(({ size }, k) => {
        first += size;
        return { columns: columns[k], first: first - size, size };
      });
      const rowOfRating = rowsOfRatings[place];
      return { rowOfRating, groups, rows: blockRows(block.features.rowCount, rowOfRating) };
    });
    this.#groups = this.#blocks.flatMap(({ groups }) => groups);
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
    this.#residuals = targets.start();
    this.#totals = new Float64Array(this.#residuals.length);
    for (const values of this.values) this.#subtractPairs(values);
  }

  /** Draws all parameters once. */
  sweep(): void {
    this.noise = this.#targets.draw(this.#residuals, this.#random);
    if (this.#targets.biased) this.#drawBias();
    this.#drawColumns(this.weights, this.priors[0], drawWeights);
    for (const [f, values] of this.values.entries()) {
      this.#writeTotals(values);
      this.#drawColumns(values, this.priors[f + 1], drawFactor);
    }
  }

  #drawBias(): void {
    const residuals = this.#residuals;
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
  #drawColumns(values: Float64Array, priors: Float64Array, draw: typeof drawFactor): void {
    for (const [group, { first, size }] of this.#groups.entries()) {
      this.#drawPrior(values.subarray(first, first + size), priors.subarray(2 * group, 2 * group + 2));
    }
    const { noise } = this;
    let group = 0;
    for (const { rowOfRating, rows, groups } of this.#blocks) {
      sumOverRatings(rowOfRating, this.#residuals, this.#totals, rows);
      for (const { columns, first, size } of groups) {
        const [mean, precision] = [priors[2 * group], priors[2 * group + 1]];
        const normals = this.#normals.subarray(0, size);
        for (let k = 0; k < size; k++) normals[k] = this.#random.normal();
        draw(columns, rows, { mean, precision, noise }, values.subarray(first, first + size), normals);
        group++;
      }
      updateRatings(rowOfRating, this.#residuals, this.#totals, rows);
    }
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
  #writeTotals(
    values: Float64Array,
    columnsOf: (group: Group) => CsrMatrix = ({ columns }) => columns,
  ): void {
    this.#totals.fill(0);
    for (const { rowOfRating, rows, groups } of this.#blocks) {
      clearProducts(rows);
      for (const group of groups) {
        addProducts(columnsOf(group), values.subarray(group.first, group.first + group.size), rows);
      }
      addToTotals(rowOfRating, rows, this.#totals);
    }
  }

  /** Subtracts what a factor adds to the scores: ½ ((Σ v x)² − Σ v² x²). */
  #subtractPairs(values: Float64Array): void {
    const residuals = this.#residuals;
    const square = (value: number) => value * value;
    this.#writeTotals(values);
    for (const [t, total] of this.#totals.entries()) residuals[t] -= square(total) / 2;
    this.#writeTotals(values.map(square), ({ columns }) =>
      CsrMatrix.fromRows({ ...columns, values: columns.values.map(square) }),
    );
    for (const [t, total] of this.#totals.entries()) residuals[t] += total / 2;
  }
}
