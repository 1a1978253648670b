import { accelerated } from "../../kernels/backend.js";
import type { TreeWithRows } from "../../kernels/trees/add-leaf-values.js";
import type { BinnedTree } from "../../kernels/trees/add-tree.js";
import { bestSplit, type Split } from "../../kernels/trees/best-split.js";
import { subtractHistogram } from "../../kernels/trees/gradient-histogram.js";
import { type NodeKernels, openTreeJob, type TreeJob } from "../../kernels/trees/tree-job.js";
import type { BinnedFeatures } from "./binned-features.js";

/** Limits of a tree, and what its leaves' values are made with. */
export interface TreeLimits {
  readonly depth: number;
  readonly leaves: number;
  readonly minRows: number;
  readonly regularization: number;
  readonly learningRate: number;
}

/** A grown tree, an element of each array for a node; the root is the first one. */
export interface Tree extends BinnedTree, TreeWithRows {
  /** By how much a split lowers the squared error of its rows. */
  readonly gains: Float64Array;
}

/** A node while the tree grows. */
interface Node {
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  /** Sum of the gradients of its rows. */
  readonly sum: number;
  /** Its best split, once that was searched for. */
  split?: Split;
  /** Only while it may be split. */
  histogram?: Float64Array | undefined;
  /** Its left child, once it is split. */
  left?: number;
}

/** A node with a split that has a gain. */
type OpenNode = Node & { split: Split };

/**
 * Grows trees on the same features, one after the other: splits the leaf with the largest gain
 * until no split has a gain or a limit is reached. Of two children only the smaller one's histogram
 * is counted; the other is the difference to their parent's. O(depth × rows × features) per tree.
 */
export class TreeGrower {
  readonly #binned: BinnedFeatures;
  readonly #limits: TreeLimits;
  readonly #job: TreeJob;
  /** Histograms that no node needs any more. */
  readonly #unused: Float64Array[] = [];

  constructor(binned: BinnedFeatures, limits: TreeLimits) {
    this.#binned = binned;
    this.#limits = limits;
    this.#job = (accelerated("openTreeJob") ?? openTreeJob)(binned);
  }

  /** A tree for the gradients (prediction − target) of some rows, which it reorders. */
  grow(rows: Int32Array, gradients: Float32Array): Tree {
    return this.#job.run(rows, gradients, (kernels) => this.#growWith(kernels, rows, gradients));
  }

  /** Gives back the memory of the job; no tree can grow afterwards. */
  close(): void {
    this.#job.close();
  }

  #growWith(kernels: NodeKernels, rows: Int32Array, gradients: Float32Array): Tree {
    const { leaves } = this.#limits;
    const root: Node = { depth: 0, start: 0, end: rows.length, sum: sumOf(rows, gradients) };
    const nodes = [root];
    const open: OpenNode[] = [];
    if (this.#maySplit(root)) {
      this.#fill(root, kernels);
      this.#openIfGain(root, open);
    }
    while (open.length > 0) {
      // Without a limit on leaves all open nodes get split, in whatever order: depth first needs
      // the fewest histograms.
      const parent = leaves === Number.POSITIVE_INFINITY ? open.pop()! : takeBest(open);
      const children = this.#split(parent, kernels);
      parent.left = nodes.length;
      nodes.push(...children);
      const isLast = (nodes.length + 1) / 2 >= leaves;
      const splittable = isLast ? [] : children.filter((child) => this.#maySplit(child));
      if (splittable.length > 0) this.#shareHistogram(parent, children, kernels);
      for (const node of [parent, ...children]) if (!splittable.includes(node)) this.#release(node);
      for (const child of splittable) this.#openIfGain(child, open);
      if (isLast) break;
    }
    for (const node of open) this.#release(node);
    return this.#treeOf(nodes);
  }

  #maySplit({ depth, start, end }: Node): boolean {
    return depth < this.#limits.depth && end - start >= 2 * this.#limits.minRows;
  }

  #openIfGain(node: Node, open: OpenNode[]): void {
    const { histogram, sum, start, end } = node;
    const split = bestSplit(histogram!, this.#binned, { sum, count: end - start }, this.#limits);
    if (split.gain > 0) open.push(Object.assign(node, { split }));
    else this.#release(node);
  }

  #split(node: OpenNode, kernels: NodeKernels): [Node, Node] {
    const { start, end, sum, split } = node;
    const middle = kernels.split(start, end, split);
    // A feature without NaN in training sends a NaN of a later row to the side with more rows.
    if (this.#binned.nanCounts[split.feature] === 0 && middle - start > end - middle)
      node.split = { ...split, nanLeft: 1 };
    const depth = node.depth + 1;
    return [
      { depth, start, end: middle, sum: split.leftSum },
      { depth, start: middle, end, sum: sum - split.leftSum },
    ];
  }

  /** The larger child gets the parent's histogram minus the smaller one's. */
  #shareHistogram(parent: Node, [left, right]: [Node, Node], kernels: NodeKernels): void {
    const [small, large] = left.end - left.start < right.end - right.start ? [left, right] : [right, left];
    this.#fill(small, kernels);
    subtractHistogram(small.histogram!, parent.histogram!);
    large.histogram = parent.histogram;
    parent.histogram = undefined;
  }

  #fill(node: Node, kernels: NodeKernels): void {
    node.histogram = this.#unused.pop() ?? new Float64Array(512 * this.#binned.width);
    kernels.fill(node.start, node.end, node.histogram);
  }

  #release(node: Node): void {
    if (node.histogram) this.#unused.push(node.histogram);
    node.histogram = undefined;
  }

  #treeOf(nodes: readonly Node[]): Tree {
    const { regularization, learningRate } = this.#limits;
    // A node may know a split and be a leaf, where the limit on leaves was reached.
    const splits = nodes.map(({ left, split }) => (left === undefined ? undefined : split));
    const threshold = ({ feature, lastBin }: Split) => this.#binned.thresholds[feature][lastBin];
    const leafValue = ({ sum, start, end }: Node) => (-sum / (end - start + regularization)) * learningRate;
    return {
      features: Int32Array.from(splits, (split) => split?.feature ?? -1),
      numbers: Float64Array.from(nodes, (node, k) => (splits[k] ? threshold(splits[k]) : leafValue(node))),
      lefts: Int32Array.from(nodes, ({ left }) => left ?? 0),
      nanLefts: Int32Array.from(splits, (split) => split?.nanLeft ?? 0),
      lastBins: Int32Array.from(splits, (split) => split?.lastBin ?? 0),
      gains: Float64Array.from(splits, (split) => split?.gain ?? 0),
      starts: Int32Array.from(nodes, ({ start }) => start),
      ends: Int32Array.from(nodes, ({ end }) => end),
    };
  }
}

function sumOf(rows: Int32Array, gradients: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < rows.length; k++) sum += gradients[rows[k]];
  return sum;
}

/** Removes the open node with the largest gain and returns it. */
function takeBest(open: OpenNode[]): OpenNode {
  const best = open.reduce((a, b) => (b.split.gain > a.split.gain ? b : a));
  open.splice(open.indexOf(best), 1);
  return best;
}
