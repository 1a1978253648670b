import { addLeafValues } from "../../kernels/trees/add-leaf-values.js";
import { addBinnedTree, addTree } from "../../kernels/trees/add-tree.js";
import { subtractTargets } from "../../kernels/trees/subtract-targets.js";
import { type Random, random } from "../../math/random.js";
import { mean } from "../../math/statistics.js";
import { drawRows } from "../../ratings/draw-rows.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import { renamed } from "../../settings/renamed.js";
import type { TaskOptions } from "../../task/report-progress.js";
import type { ModelKind, SavedArray, SavedModel } from "../contract/model.js";
import { savedNumbers } from "../contract/saved-model.js";
import { throwIfDiverged } from "../training/diverged.js";
import { type Learning, runIterations } from "../training/early-stopping.js";
import { binFeatures } from "./binned-features.js";
import { FeatureTable } from "./feature-table.js";
import { joinTrees, savedTrees, type TreeArrays } from "./tree-arrays.js";
import { type Tree, TreeGrower } from "./tree-grower.js";

/** Rows that are predicted by all trees before the next ones: they fit in a core's cache. */
const ROWS_AT_ONCE = 512;

/** A table of features, or rows of numbers. */
type Features = FeatureTable | readonly ArrayLike<number>[];

/** Settings of {@link BoostedTrees}. */
export interface BoostedTreesSettings extends SettingsOf<typeof BoostedTrees.settings> {}

/**
 * Gradient-boosted regression trees on features of any kind: each tree is grown on the residuals of
 * all trees before it, and adds a share of its prediction.
 *
 *     prediction = mean of the targets + learningRate × Σ over trees of the value of the row's leaf
 *     value of a leaf = Σ residuals of its rows / (rows + regularization)
 *
 * A split is chosen where it lowers the squared error most; NaN goes to the better side. Values are
 * sorted into bins first, and only thresholds between bins are tried. Fits in
 * O(trees × depth × rows × features). The splits are those of scikit-learn's
 * HistGradientBoostingRegressor (`max_depth`, `max_leaf_nodes`, `min_samples_leaf`,
 * `l2_regularization`) up to ties between splits, and close to those of XGBoost's
 * `tree_method="hist"`, whose defaults are `{ learningRate: 0.3, minRows: 1 }`.
 *
 * Friedman, Greedy function approximation: a gradient boosting machine, Annals of Statistics 29
 * (2001); Ke et al., LightGBM: a highly efficient gradient boosting decision tree, NIPS 2017.
 *
 * @example
 * const rows = [[1, 5], [2, 4], [3, Number.NaN], [4, 2]];
 * const trees = new BoostedTrees({ minRows: 1, regularization: 0 }).fit(rows, [1, 1, 5, 5]);
 * Math.round(trees.predict([4, Number.NaN])); // 5
 */
export class BoostedTrees {
  static readonly kind = "BoostedTrees";
  static readonly settings = defineSettings(
    {
      /** Trees at most. */
      trees: integer({ min: 1, default: 100 }),
      /** Share of its prediction that each tree adds (shrinkage). */
      learningRate: number({ min: 0, default: 0.1 }),
      /** Splits between the root and a leaf, at most. */
      depth: integer({ min: 1, orInfinity: true, default: 6 }),
      /** Leaves of a tree at most; the split with the largest gain comes first. */
      leaves: integer({ min: 2, orInfinity: true, default: Infinity }),
      /** Rows of a leaf at least. */
      minRows: integer({ min: 1, default: 20 }),
      /**
       * λ in the penalty λ · w² on the value of each leaf, which is the sum of its residuals /
       * (rows + λ).
       */
      regularization: number({ min: 0, default: 1 }),
      /** Share of the rows, drawn for each tree, that it is fitted to. */
      rowShare: number({ above: 0, max: 1, default: 1 }),
      /**
       * Share of the rows held back at random to choose the number of trees; 0: all rows are used,
       * all trees kept.
       */
      validation: number({ min: 0, below: 1, default: 0 }),
      /** With a validation part: stops after this many trees in a row without improvement. */
      patience: integer({ min: 1, default: 5 }),
    },
    randomFields,
  );
  readonly name = BoostedTrees.kind;
  readonly settings: BoostedTreesSettings;

  constructor(settings: Partial<BoostedTreesSettings> = {}) {
    this.settings = BoostedTrees.settings.check(this.name, settings);
  }

  /**
   * @param features a table, or rows of numbers
   * @param targets one per row
   * @throws RangeError where there are no rows or no features, rows differ in length, there is not
   *   one target per row, a target is not finite or beyond ±10³⁰, or the fit diverges because
   *   `learningRate` is too large.
   */
  fit(features: Features, targets: ArrayLike<number>, task: TaskOptions = {}): FittedBoostedTrees {
    const table = features instanceof FeatureTable ? features : FeatureTable.from(features);
    checkData(table, targets);
    const { trees: iterations, learningRate, rowShare, patience } = this.settings;
    const { names, count } = table;
    const generated = random(this.settings);
    const binned = binFeatures(table, generated);
    const grower = new TreeGrower(binned, this.settings);
    const { drawn: heldBack, others: kept } = this.#holdBack(count, generated);
    const start = meanOf(targets, kept);
    const predictions = new Float64Array(count).fill(start);
    const gradients = new Float32Array(count);
    const trees: Tree[] = [];
    const grow = (iteration: number) => {
      subtractTargets(predictions, targets, kept, gradients);
      const { drawn, others } = drawRows(kept, Math.max(1, Math.round(rowShare * kept.length)), generated);
      const tree = grower.grow(drawn, gradients);
      throwIfDiverged(this.name, iteration, leafValues(tree), learningRate);
      trees.push(tree);
      addLeafValues(tree, drawn, predictions);
      for (const rows of [others, heldBack]) addBinnedTree(binned, rows, tree, predictions);
    };
    const loss = () => rmseOf(predictions, targets, heldBack);
    const judge = heldBack.length > 0 ? { loss, learned: () => trees.length } : undefined;
    try {
      const { iteration, losses } = runIterations({ iterations, patience }, task, grow, judge);
      const joined = joinTrees(trees.slice(0, iteration), names.length);
      return new FittedBoostedTrees(this.settings, names, { start, trees: joined, errors: losses });
    } finally {
      grower.close();
    }
  }

  /** Version 0.1 called `trees` `iterations`. */
  static upgrade(settings: Readonly<Record<string, unknown>>): object {
    return renamed(settings, { iterations: "trees" });
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

  /** The rows held back at random, and the others. */
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
  /** Names of the features, in the order of a row's numbers. */
  readonly names: readonly string[];
  /** Number of trees kept, and the RMSE on the rows held back after each tree. */
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

  /**
   * The prediction for one row. O(trees × depth).
   *
   * @throws RangeError where the row does not have one number per feature.
   */
  predict(row: ArrayLike<number>): number {
    return this.predictMany([row])[0];
  }

  /**
   * The predictions for many rows. O(rows × trees × depth).
   *
   * @throws RangeError where the features are not those of the fit, in their order.
   */
  predictMany(features: Features): Float64Array {
    const table = features instanceof FeatureTable ? features : FeatureTable.from(features, this.names);
    const { names, count } = table;
    const other = this.names.findIndex((name, place) => name !== names[place]);
    if (other >= 0 || names.length > this.names.length) {
      throw new RangeError(
        `features: ${names.join(", ")} are not those of the fit, ${this.names.join(", ")}, in their order`,
      );
    }
    const predictions = new Float64Array(count).fill(this.#start);
    const rows = Int32Array.from(predictions, (_, row) => row);
    const roots = this.#trees.roots.subarray(0, -1);
    for (let from = 0; from < count; from += ROWS_AT_ONCE) {
      const some = rows.subarray(from, from + ROWS_AT_ONCE);
      for (const root of roots) addTree(table, some, this.#trees, root, predictions);
    }
    return predictions;
  }

  /**
   * The importance of each feature, largest first: its share of the gains of all splits (NaN where
   * there are no splits), and its number of splits. Biased towards features with many values.
   * O(nodes).
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

  /** What {@link BoostedTrees.restore} needs, besides settings and names. */
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

/** The mean of some rows' targets, exact where all are equal. */
function meanOf(targets: ArrayLike<number>, rows: Int32Array): number {
  const first = targets[rows[0]];
  const differences = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k++) differences[k] = targets[rows[k]] - first;
  return first + mean(differences);
}

function rmseOf(predictions: Float64Array, targets: ArrayLike<number>, rows: Int32Array): number {
  return Math.sqrt(mean(Float64Array.from(rows, (row) => (predictions[row] - targets[row]) ** 2)));
}

/** The values of the leaves of a tree. */
function leafValues({ features, numbers }: Tree): Float64Array {
  return numbers.filter((_, node) => features[node] < 0);
}
