/**
 * Splits that models are compared on, by name.
 *
 * @type {Record<string, { dataset: string, about: string, splits: (ratings: import("reelbook").Ratings) => Promise<import("reelbook").Split[]> }>}
 */
export const PROTOCOLS = {
  "surprise-folds": {
    dataset: "ml-100k",
    about: "the five folds of Surprise's `KFold(n_splits=5, random_state=0)` on ML-100K",
    async splits(ratings) {
      const { kFolds } = await import("reelbook");
      return kFolds(ratings, { folds: 5, seed: 0, generator: "numpy" });
    },
  },
};
