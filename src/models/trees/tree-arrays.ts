import type { TreeNodes } from "../../kernels/trees/add-tree.js";
import type { SavedArray, SavedModel } from "../contract/model.js";
import { invalidModelError, savedNumbers } from "../contract/saved-model.js";
import type { Tree } from "./tree-grower.js";

/** Trees in shared arrays, the nodes of each after those of the one before. */
export interface TreeArrays extends TreeNodes {
  /** Where each tree's nodes start, and where the last one's end. */
  readonly roots: Int32Array;
  /** Sum of the gains of all splits on each feature. */
  readonly gains: Float64Array;
}

/** Concatenates trees; `width` is the number of features. O(nodes). */
export function joinTrees(trees: readonly Tree[], width: number): TreeArrays {
  const roots = new Int32Array(trees.length + 1);
  const gains = new Float64Array(width);
  for (const [place, { features, gains: nodeGains }] of trees.entries()) {
    roots[place + 1] = roots[place] + features.length;
    features.forEach((feature, node) => {
      if (feature >= 0) gains[feature] += nodeGains[node];
    });
  }
  const nodeCount = roots.at(-1)!;
  const joined = {
    roots,
    features: new Int32Array(nodeCount),
    numbers: new Float64Array(nodeCount),
    lefts: new Int32Array(nodeCount),
    nanLefts: new Int32Array(nodeCount),
    gains,
  };
  for (const [place, tree] of trees.entries()) {
    for (const name of ["features", "numbers", "lefts", "nanLefts"] as const) {
      joined[name].set(tree[name], roots[place]);
    }
  }
  return joined;
}

/** The trees of a saved model; a RangeError where they do not fit together. */
export function savedTrees(saved: Pick<SavedModel, "arrays">, width: number): TreeArrays {
  const { roots, features, lefts, nanLefts } = saved.arrays;
  const nodeCount = roots?.at(-1) ?? 0;
  const numbers = savedNumbers(saved, "numbers", nodeCount);
  const gains = savedNumbers(saved, "gains", width);
  if (
    !isIndices(roots, roots?.length) ||
    !isIndices(features, nodeCount) ||
    !isIndices(lefts, nodeCount) ||
    !isIndices(nanLefts, nodeCount) ||
    roots[0] !== 0 ||
    !features.every((feature) => feature >= -1 && feature < width) ||
    !roots.subarray(1).every((end, tree) => end <= nodeCount && areNodes(features, lefts, roots[tree], end))
  ) {
    throw invalidModelError("its trees do not fit together");
  }
  return { roots, features, numbers, lefts, nanLefts, gains };
}

/**
 * Whether children come after their parents and before the end of the tree, so that every path ends
 * at a leaf.
 */
function areNodes(features: Int32Array, lefts: Int32Array, root: number, end: number): boolean {
  if (end <= root) return false;
  for (let node = root; node < end; node++) {
    const left = root + lefts[node];
    if (features[node] >= 0 && !(left > node && left + 1 < end)) return false;
  }
  return true;
}

function isIndices(array: SavedArray | undefined, length: number | undefined): array is Int32Array {
  return array instanceof Int32Array && array.length === length;
}
