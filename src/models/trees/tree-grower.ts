import { bestSplit } from "../../kernels/trees/best-split.js";
import { fillHistogram, subtractHistogram } from "../../kernels/trees/gradient-histogram.js";
import { splitRows } from "../../kernels/trees/split-rows.js";
import type { BinnedFeatures } from "./binned-features.js";

/** How far a tree grows. */
export interface TreeLimits {
  readonly depth: number;
  readonly leaves: number;
  readonly minRows: number;
  readonly regularization: number;
  readonly learningRate: number;
}

/** A grown tree, an element for each node; the root is the first one. */
export interface Tree {
  /** Which a node asks for, -1 at a leaf. */
  readonly features: Int32Array;
  /** The threshold up to which rows go left, and at a leaf what it says. */
  readonly numbers: Float64Array;
  /** The left child; the right one is next to it. */
  readonly lefts: Int32Array;
  /** 1 where NaN goes left. */
  readonly nanLefts: Int32Array;
  /** By how much a split lowers the squared error of its rows. */
  readonly gains: Float64Array;
  /** The rows of a node are those from its start to before its end, once the tree has grown. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** A node while the tree grows. */
interface Node {
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  /** Of the gradients. */
  readonly sum: number;
  /** What {@link bestSplit} found, once it was asked. */
  readonly split: Float64Array;
  /** Only while it may be split. */
  histogram?: Float64Array | undefined;
  /** Where its left child stands, once it is split. */
  left?: number;
}

/**
 * Grows trees on the same features, one after the other. Splits the leaf that gains most, until none gains or a limit is reached. Of two
 * children's histograms only the smaller one is counted; the other is the difference to their parent's. O(depth × rows × features) a tree.
 */
export class TreeGrower {
  readonly #binned: BinnedFeatures;
  readonly #limits: TreeLimits;
  readonly #spare: Int32Array;
  /** Histograms that no node needs any more. */
  readonly #unused: Float64Array[] = [];

  constructor(binned: BinnedFeatures, limits: TreeLimits) {
    this.#binned = binned;
    this.#limits = limits;
    this.#spare = new Int32Array(binned.bins.length / binned.nanCounts.length);
  }

  /** A tree for the gradients (prediction − target) of some rows, whose order it changes. */
  grow(rows: Int32Array, gradients: Float32Array): Tree {
    const { leaves } = this.#limits;
    const root = newNode(0, 0, rows.length, sumOf(rows, gradients));
    const nodes = [root];
    const open: Node[] = [];
    if (this.#maySplit(root)) {
      this.#fill(root, rows, gradients);
      this.#openWhereItGains(root, open);
    }
    while (open.length > 0) {
      // Without a limit all are split in the end, in whatever order; the last one first needs the fewest histograms.
      const parent = leaves === Number.POSITIVE_INFINITY ? open.pop()! : takeBest(open);
      const children = this.#split(parent, rows);
      parent.left = nodes.length;
      nodes.push(...children);
      const isLast = (nodes.length + 1) / 2 >= leaves;
      const splittable = isLast ? [] : children.filter((child) => this.#maySplit(child));
      if (splittable.length > 0) this.#shareHistogram(parent, children, rows, gradients);
      for (const node of [parent, ...children]) if (!splittable.includes(node)) this.#release(node);
      for (const child of splittable) this.#openWhereItGains(child, open);
      if (isLast) break;
    }
    for (const node of open) this.#release(node);
    return this.#treeOf(nodes);
  }

  #maySplit({ depth, start, end }: Node): boolean {
    return depth < this.#limits.depth && end - start >= 2 * this.#limits.minRows;
  }

  #openWhereItGains(node: Node, open: Node[]): void {
    const { binCounts, nanCounts } = this.#binned;
    const { regularization, minRows } = this.#limits;
    const { histogram, sum, start, end, split } = node;
    bestSplit(histogram!, binCounts, nanCounts, sum, end - start, regularization, minRows, split);
    if (split[GAIN] > 0) open.push(node);
    else this.#release(node);
  }

  #split({ depth, start, end, sum, split }: Node, rows: Int32Array): [Node, Node] {
    const { bins, nanCounts } = this.#binned;
    const [, feature, last, nanLeft, leftSum] = split as unknown as [number, number, number, number, number];
    const middle = splitRows(rows, start, end, bins, nanCounts.length, feature, last, nanLeft, this.#spare);
    // Where no NaN was seen, it goes where most rows go.
    if (nanCounts[feature] === 0 && middle - start > end - middle) split[NAN_LEFT] = 1;
    return [newNode(depth + 1, start, middle, leftSum), newNode(depth + 1, middle, end, sum - leftSum)];
  }

  /** The larger child gets the parent's histogram, less the smaller one's. */
  #shareHistogram(
    parent: Node,
    [left, right]: [Node, Node],
    rows: Int32Array,
    gradients: Float32Array,
  ): void {
    const [small, large] = left.end - left.start < right.end - right.start ? [left, right] : [right, left];
    this.#fill(small, rows, gradients);
    subtractHistogram(small.histogram!, parent.histogram!);
    large.histogram = parent.histogram;
    parent.histogram = undefined;
  }

  #fill(node: Node, rows: Int32Array, gradients: Float32Array): void {
    const { bins, nanCounts } = this.#binned;
    const width = nanCounts.length;
    node.histogram = this.#unused.pop() ?? new Float64Array(512 * width);
    fillHistogram(bins, width, rows, node.start, node.end, gradients, node.histogram);
  }

  #release(node: Node): void {
    if (node.histogram) this.#unused.push(node.histogram);
    node.histogram = undefined;
  }

  #treeOf(nodes: readonly Node[]): Tree {
    const { regularization, learningRate } = this.#limits;
    const isLeaf = ({ left }: Node) => left === undefined;
    const threshold = ({ split }: Node) => this.#binned.thresholds[split[FEATURE]][split[BIN]];
    const says = ({ sum, start, end }: Node) => (-sum / (end - start + regularization)) * learningRate;
    return {
      features: Int32Array.from(nodes, (node) => (isLeaf(node) ? -1 : node.split[FEATURE])),
      numbers: Float64Array.from(nodes, (node) => (isLeaf(node) ? says(node) : threshold(node))),
      lefts: Int32Array.from(nodes, ({ left }) => left ?? 0),
      nanLefts: Int32Array.from(nodes, (node) => (isLeaf(node) ? 0 : node.split[NAN_LEFT])),
      gains: Float64Array.from(nodes, (node) => (isLeaf(node) ? 0 : node.split[GAIN])),
      starts: Int32Array.from(nodes, ({ start }) => start),
      ends: Int32Array.from(nodes, ({ end }) => end),
    };
  }
}

/** Where {@link bestSplit} writes what. */
const [GAIN, FEATURE, BIN, NAN_LEFT] = [0, 1, 2, 3] as const;

function newNode(depth: number, start: number, end: number, sum: number): Node {
  return { depth, start, end, sum, split: new Float64Array(5) };
}

function sumOf(rows: Int32Array, gradients: Float32Array): number {
  let sum = 0;
  for (const row of rows) sum += gradients[row];
  return sum;
}

/** Takes the node with the largest gain out of those that are open. */
function takeBest(open: Node[]): Node {
  const best = open.reduce((a, b) => (b.split[GAIN] > a.split[GAIN] ? b : a));
  open.splice(open.indexOf(best), 1);
  return best;
}
