import type { Split } from "./best-split.js";
import type { BinnedRows } from "./feature-rows.js";
import { fillHistogram } from "./gradient-histogram.js";
import { splitRows } from "./split-rows.js";

/** What counts and partitions the rows of a tree's nodes. */
export interface NodeKernels {
  /** {@link fillHistogram} of the rows from `start` to before `end`. */
  fill(start: number, end: number, into: Float64Array): void;
  /** {@link splitRows} of the same. */
  split(start: number, end: number, split: Pick<Split, "feature" | "lastBin" | "nanLeft">): number;
}

/** Grows trees on the same features, one after the other. */
export interface TreeJob {
  /**
   * Grows a tree with kernels for its rows, which they reorder. `grow` runs a second time, on the
   * rows in their first order, where a thread is lost.
   */
  run<Tree>(rows: Int32Array, gradients: Float32Array, grow: (kernels: NodeKernels) => Tree): Tree;
  close(): void;
}

/**
 * Opens a job with the plain kernels. References: src/reference/gradient-histogram.ts and
 * `splitRows` in src/reference/boosted-trees.ts.
 */
export function openTreeJob(binned: BinnedRows): TreeJob {
  const spare = new Int32Array(binned.bins.length / binned.width);
  return {
    run: (rows, gradients, grow) =>
      grow({
        fill: (start, end, into) => fillHistogram(binned, rows, start, end, gradients, into),
        split: (start, end, split) => splitRows(rows, start, end, binned, split, spare),
      }),
    close: () => {},
  };
}
