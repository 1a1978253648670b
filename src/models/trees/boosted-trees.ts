import { addTree } from "../../kernels/trees/add-tree.js";
import { type Random, type RandomSettings, random } from "../../math/random.js";
import { mean } from "../../math/statistics.js";
import { drawRows } from "../../ratings/draw-rows.js";
import { atLeast, shareAbove0, shareBelow1, wholeAtLeast, wholeOrAll } from "../../settings/settings.js";
import { type LongWork, report } from "../../task/long-work.js";
import type { ModelKind, SavedArray, SavedModel } from "../contract/model.js";
import { savedNumbers } from "../contract/saved-model.js";
import { throwIfDiverged } from "../training/diverged.js";
import type { Learning } from "../training/early-stopping.js";
import { binFeatures } from "./binned-features.js";
import { FeatureTable } from "./feature-table.js";
import { joinTrees, savedTrees, type TreeArrays } from "./tree-arrays.js";
import { type Tree, TreeGrower } from "./tree-grower.js";

/** A table of features, or rows of numbers. */
type Features = FeatureTable | readonly ArrayLike<number>[];

/** Settings of {@link BoostedTrees}. */
export interface BoostedTreesSettings extends RandomSettings {
  /** How many trees are grown at most, from 1. @default 100 */
  readonly iterations: number;
  /** What share of its answer each tree adds, from 0. @default 0.1 */
  readonly learningRate: number;
  /** How many questions lie between root and leaf at most, from 1, or Infinity for any number. @default 6 */
  readonly depth: number;
  /** How many leaves a tree has at most, from 2, or Infinity for any number; those that gain most are split first. @default Infinity */
  readonly leaves: number;
  /** How many rows a leaf has at least, from 1. @default 20 */
  readonly minRows: number;
  /** How strongly a leaf's answer is pulled to 0, in rows, from 0. @default 1 */
  readonly regularization: number;
  /** What share of the rows each tree sees, drawn anew for each, above 0 to 1. @default 1 */
  readonly rowShare: number;
  /**
   * The share of the rows that is held back by chance, from 0 to below 1: no tree learns from them, and those trees are kept that
   * predict them best. With 0 all trees learn from all, and are kept. @default 0
   */
  readonly validation: number;
  /** With a validation part, after how many trees in a row that were no better it stops, from 1. @default 5 */
  readonly patience: number;
}

/**
 * Gradient-boosted regression trees on features of any kind: each tree is grown on what all trees before it left unexplained, and adds a
 * small step towards it.
 *
 *     prediction = mean of the targets + learningRate × Σ over trees of the leaf's answer
 *     answer of a leaf = Σ (target − prediction so far) / (rows + regularization)
 *
 * A split is where the squared error falls most; NaN goes to whichever side is better. Values are sorted into bins first, so that only the
 * borders between bins are tried. Fits in O(iterations × depth × rows × features). The splits are those of scikit-learn's HistGradientBoostingRegressor
 * (`max_depth`, `max_leaf_nodes`, `min_samples_leaf`, `l2_regularization`), and near those of XGBoost's `tree_method="hist"`, whose defaults are
 * `{ learningRate: 0.3, minRows: 1 }`. Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics
 * 29, 2001; Ke et al., LightGBM, NIPS 2017.
 *
 * @example
 * const rows = [[1, 5], [2, 4], [3, Number.NaN], [4, 2]];
 * const trees = new BoostedTrees({ minRows: 1, regularization: 0 }).fit(rows, [1, 1, 5, 5]);
 * Math.round(trees.predict([4, Number.NaN])); // 5
 */
export class BoostedTrees {
  static readonly kind = "BoostedTrees";
  readonly name = BoostedTrees.kind;
  readonly settings: Readonly<BoostedTreesSettings>;

  constructor({
    iterations = 100,
    learningRate = 0.1,
    depth = 6,
    leaves = Number.POSITIVE_INFINITY,
    minRows = 20,
    regularization = 1,
    rowShare = 1,
    validation = 0,
    patience = 5,
    seed = 0,
    generator = "reelbook",
  }: Partial<BoostedTreesSettings> = {}) {
    random({ seed, generator });
    this.settings = Object.freeze({
      iterations: wholeAtLeast(1, { iterations }),
      learningRate: atLeast(0, { learningRate }),
      depth: wholeOrAll(1, { depth }),
      leaves: wholeOrAll(2, { leaves }),
      minRows: wholeAtLeast(1, { minRows }),
      regularization: atLeast(0, { regularization }),
      rowShare: shareAbove0({ rowShare }),
      validation: shareBelow1({ validation }),
      patience: wholeAtLeast(1, { patience }),
      seed,
      generator,
    });
  }

  /**
   * @param features a table, or rows of numbers
   * @param targets one for each row
   * @throws RangeError where there are no rows or no features, rows differ in length, targets are not one for each row, not finite or
   *   beyond ±10³⁰, or the numbers leave all bounds because the steps are too large.
   */
  fit(features: Features, targets: ArrayLike<number>, work: LongWork = {}): FittedBoostedTrees {
    const table = features instanceof FeatureTable ? features : FeatureTable.from(features);
    checkData(table, targets);
    const { iterations, learningRate, rowShare, patience } = this.settings;
    const { values, names, count } = table;
    const generated = random(this.settings);
    const grower = new TreeGrower(binFeatures(table, generated), this.settings);
    const { drawn: heldBack, others: kept } = this.#holdBack(count, generated);
    const start = meanOf(targets, kept);
    const predictions = new Float64Array(count).fill(start);
    const gradients = new Float32Array(count);
    const trees: Tree[] = [];
    const errors: number[] = [];
    let best = iterations;
    for (let done = 1; done <= iterations; done++) {
      report(work, { done: done - 1, total: iterations });
      for (const row of kept) gradients[row] = predictions[row] - targets[row];
      const { drawn, others } = drawRows(kept, Math.max(1, Math.round(rowShare * kept.length)), generated);
      const tree = grower.grow(drawn, gradients);
      throwIfDiverged(this.name, done, answersOf(tree), learningRate);
      trees.push(tree);
      addLeaves(tree, drawn, predictions);
      const { features, numbers, lefts, nanLefts } = tree;
      for (const rows of [others, heldBack]) {
        addTree(values, names.length, rows, 0, features, numbers, lefts, nanLefts, predictions);
      }
      if (heldBack.length === 0) continue;
      errors.push(rmseOf(predictions, targets, heldBack));
      if (done === 1 || errors[done - 1] < errors[best - 1]) best = done;
      else if (done - best >= patience) break;
    }
    report(work, { done: iterations, total: iterations });
    const joined = joinTrees(trees.slice(0, best), names.length);
    return new FittedBoostedTrees(this.settings, names, { start, trees: joined, errors });
  }

  /**
   * The fitted trees whose {@link FittedBoostedTrees.state} was saved.
   *
   * @throws RangeError where the arrays do not fit together.
   */
  static restore(saved: Pick<SavedModel, "settings" | "arrays" | "names">): FittedBoostedTrees {
    const { names } = saved;
    const { settings } = new BoostedTrees(saved.settings);
    const start = savedNumbers(saved, "start", 1)[0];
    const errors = [...savedNumbers(saved, "errors", saved.arrays.errors?.length ?? 0)];
    return new FittedBoostedTrees(settings, names, { start, errors, trees: savedTrees(saved, names.length) });
  }

  /** The rows held back, drawn, and the others. */
  #holdBack(rowCount: number, generated: Random): { drawn: Int32Array; others: Int32Array } {
    const { validation } = this.settings;
    const count = Math.floor(rowCount * validation);
    if (validation > 0 && count === 0) {
      throw new RangeError(
        `validation: ${validation} of ${rowCount} rows is less than one; hold back a larger share, or 0`,
      );
    }
    const rows = Int32Array.from({ length: rowCount }, (_, row) => row);
    return drawRows(rows, count, generated);
  }
}

/** A fitted {@link BoostedTrees}. */
export class FittedBoostedTrees {
  readonly name = BoostedTrees.kind;
  readonly settings: Readonly<BoostedTreesSettings>;
  /** Of the features, in the order of a row's numbers. */
  readonly names: readonly string[];
  /** How many trees were kept, and the errors on the rows held back, in the targets' unit. */
  readonly learning: Learning;
  readonly #start: number;
  readonly #trees: TreeArrays;

  constructor(
    settings: Readonly<BoostedTreesSettings>,
    names: readonly string[],
    { start, trees, errors }: { start: number; trees: TreeArrays; errors: readonly number[] },
  ) {
    this.settings = settings;
    this.names = Object.freeze([...names]);
    this.learning = Object.freeze({ iteration: trees.roots.length - 1, errors: Object.freeze([...errors]) });
    this.#start = start;
    this.#trees = trees;
    Object.freeze(this);
  }

  /** The class that can restore it. */
  kind(): ModelKind {
    return BoostedTrees;
  }

  /** What the trees say of one row; O(trees × depth). A RangeError where it has not as many numbers as there are features. */
  predict(row: ArrayLike<number>): number {
    return this.predictMany([row])[0];
  }

  /**
   * What the trees say of many rows. O(rows × trees × depth).
   *
   * @throws RangeError where the features are not those of the fit, in their order.
   */
  predictMany(features: Features): Float64Array {
    const { values, names, count } =
      features instanceof FeatureTable ? features : FeatureTable.from(features, this.names);
    const other = this.names.findIndex((name, place) => name !== names[place]);
    if (other >= 0 || names.length > this.names.length) {
      throw new RangeError(
        `features: ${names.join(", ")} are not those of the fit, ${this.names.join(", ")}, in their order`,
      );
    }
    const { roots, numbers, lefts, nanLefts } = this.#trees;
    const predictions = new Float64Array(count).fill(this.#start);
    const rows = Int32Array.from(predictions, (_, row) => row);
    for (const root of roots.subarray(0, -1)) {
      addTree(values, names.length, rows, root, this.#trees.features, numbers, lefts, nanLefts, predictions);
    }
    return predictions;
  }

  /**
   * How much each feature helped, most first: its share of all that splits lowered the squared error by (NaN where nothing was split), and how
   * many splits ask for it. A feature with many values gets more than its due. O(nodes).
   */
  importance(): { feature: string; share: number; splits: number }[] {
    const { gains, features } = this.#trees;
    const total = gains.reduce((sum, gain) => sum + gain, 0);
    const splits = new Int32Array(gains.length);
    for (const feature of features) if (feature >= 0) splits[feature]++;
    return this.names
      .map((feature, place) => ({ feature, share: gains[place] / total, splits: splits[place] }))
      .sort((a, b) => b.share - a.share || 0);
  }

  /** What {@link BoostedTrees.restore} needs, beside settings and names. */
  state(): Record<string, SavedArray> {
    const { errors } = this.learning;
    return { start: Float64Array.of(this.#start), errors: Float64Array.from(errors), ...this.#trees };
  }
}

function checkData({ count }: FeatureTable, targets: ArrayLike<number>): void {
  if (count === 0) throw new RangeError("features: there are no rows with features; give at least one");
  if (targets.length !== count) {
    throw new RangeError(`targets: there are ${targets.length} for ${count} rows; give one for each`);
  }
  for (let row = 0; row < count; row++) {
    const target = targets[row];
    if (!(Math.abs(target) <= 1e30)) {
      throw new RangeError(
        `targets: ${target} in row ${row} is not a number from -1e30 to 1e30; leave the row out`,
      );
    }
  }
}

/** The mean of some rows' targets, exact where all are the same. */
function meanOf(targets: ArrayLike<number>, rows: Int32Array): number {
  const first = targets[rows[0]];
  return first + mean(Float64Array.from(rows, (row) => targets[row] - first));
}

function rmseOf(predictions: Float64Array, targets: ArrayLike<number>, rows: Int32Array): number {
  return Math.sqrt(mean(Float64Array.from(rows, (row) => (predictions[row] - targets[row]) ** 2)));
}

/** What the leaves of a tree say. */
function answersOf({ features, numbers }: Tree): Float64Array {
  return numbers.filter((_, node) => features[node] < 0);
}

/** Adds to the rows that a tree was grown on what their leaves say. */
function addLeaves(
  { features, numbers, starts, ends }: Tree,
  rows: Int32Array,
  predictions: Float64Array,
): void {
  for (let node = 0; node < features.length; node++) {
    if (features[node] >= 0) continue;
    for (let i = starts[node]; i < ends[node]; i++) predictions[rows[i]] += numbers[node];
  }
}
