import { join } from "node:path";
import { ml100k } from "../lib/ml-100k.mjs";
import { top10Rows } from "../lib/top10-rows.mjs";
import { HYBRIDS, RANKERS, RATERS } from "./grids.mjs";
import { HOW_CHOSEN } from "./how-chosen.mjs";

/**
 * Splits on which models are compared, and how settings are chosen: by `validation`, on parts of
 * each split's train part.
 *
 * @typedef {object} Protocol
 * @property {string} dataset
 * @property {string} about
 * @property {(folder: string) => Promise<import("reelbook").Split[]>} splits of the data set in a
 * folder
 * @property {Simulated} [simulated] for data that cannot be had everywhere
 * @property {readonly string[]} measures by which models are compared
 * @property {Validation} validation how settings are chosen
 * @property {Record<string, import("./grids.mjs").Grid>} grids what is tried, by the name in tables
 * @property {readonly string[]} howChosen what was known of the test rows before, and on which rows
 * the grids were narrowed
 *
 * @typedef {object} Simulated ratings of the same size
 * @property {import("reelbook").SimulatorSettings} size
 * @property {(ratings: import("reelbook").Ratings) => Promise<import("reelbook").Split[]>} splits
 *
 * @typedef {object} Validation settings are chosen by the mean of a measure over validation parts
 * @property {string} measure
 * @property {number} testShare the share of the train rows in a validation part, which are random
 * @property {readonly number[]} seeds one for each validation part
 */

const RATINGS = {
  dataset: "ml-100k",
  measures: ["rmse", "mae"],
  validation: { measure: "rmse", testShare: 0.1, seeds: [0] },
  grids: RATERS,
};

/**
 * The first of ten random folds, as scikit-learn's `KFold(10, shuffle=True, random_state=42)`
 * divides them in the scripts of myFM.
 *
 * @param {"ml-1m" | "ml-10m"} dataset
 * @param {import("reelbook").SimulatorSettings} size
 * @returns {Protocol}
 */
function firstTenth(dataset, size) {
  /** @param {import("reelbook").Ratings} ratings */
  const splits = async (ratings) => {
    const { kFolds } = await import("reelbook");
    return kFolds(ratings, { folds: 10, seed: 42, generator: "numpy" }).slice(0, 1);
  };
  return {
    ...RATINGS,
    dataset,
    about: `the first fold of scikit-learn's \`KFold(10, shuffle=True, random_state=42)\` on ${dataset.toUpperCase()}`,
    howChosen: HOW_CHOSEN[dataset],
    grids: {},
    simulated: { size, splits },
    async splits(folder) {
      const { loadDataset } = await import("reelbook");
      const { ratings } = await loadDataset(folder);
      return splits(ratings);
    },
  };
}

/** @type {Record<string, Protocol>} */
export const PROTOCOLS = {
  "surprise-folds": {
    ...RATINGS,
    about: "the five folds of Surprise's `KFold(n_splits=5, random_state=0)` on ML-100K",
    howChosen: HOW_CHOSEN["surprise-folds"],
    async splits(folder) {
      const { kFolds, loadDataset } = await import("reelbook");
      const { ratings } = await loadDataset(folder);
      return kFolds(ratings, { folds: 5, seed: 0, generator: "numpy" });
    },
  },
  u1: {
    ...RATINGS,
    about: "the files u1.base and u1.test that come with ML-100K",
    howChosen: HOW_CHOSEN.u1,
    async splits(folder) {
      const { givenSplit, loadRatings } = await import("reelbook");
      const columns = { userId: 0, itemId: 1, rating: 2, timestamp: 3, scale: { min: 1, max: 5 } };
      const [train, test] = await Promise.all(
        ["u1.base", "u1.test"].map((file) => loadRatings(join(folder, file), columns)),
      );
      if (!train || !test) throw new Error("There is no u1.");
      return [givenSplit(train, test)];
    },
  },
  "tutorial-d": {
    ...RATINGS,
    dataset: "ml-latest-small",
    about: "a fifth of ml-latest-small, by the permutation of NumPy's `RandomState(15)`",
    howChosen: HOW_CHOSEN["tutorial-d"],
    grids: HYBRIDS,
    async splits(folder) {
      const { loadDataset, randomSplit } = await import("reelbook");
      const { ratings } = await loadDataset(folder);
      return [randomSplit(ratings, { testShare: 0.2, seed: 15, generator: "numpy" })];
    },
  },
  "ml-1m": firstTenth("ml-1m", { users: 6040, items: 3706, count: 1_000_209 }),
  "ml-10m": firstTenth("ml-10m", {
    ...{ users: 69_878, items: 10_677, count: 10_000_054 },
    ...{ scale: { min: 0.5, max: 5 }, step: 0.5 },
  }),
  "table-46": {
    dataset: "ml-100k-top10",
    about: "the split of ML-100K of table 46, every rating counting as 1",
    howChosen: HOW_CHOSEN["table-46"],
    measures: ["precision@10", "recall@10", "ndcg-full@10"],
    validation: { measure: "ndcg-full@10", testShare: 0.1, seeds: [0, 1, 2, 3] },
    grids: RANKERS,
    async splits(folder) {
      const { givenSplit, Ratings } = await import("reelbook");
      const { train, test } = top10Rows(folder, await ml100k());
      return [givenSplit(Ratings.from(train), Ratings.from(test))];
    },
  },
};
