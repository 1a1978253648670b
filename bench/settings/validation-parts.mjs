import { randomSplit } from "reelbook";

/**
 * The validation parts of each split: its train rows, divided again at random, once for each seed.
 *
 * @param {readonly import("reelbook").Split[]} splits
 * @param {import("./protocols.mjs").Protocol["validation"]} validation
 * @returns {import("reelbook").Split[][]} for each split
 */
export function validationParts(splits, { testShare, seeds }) {
  return splits.map(({ train }) => seeds.map((seed) => randomSplit(train, { testShare, seed })));
}
