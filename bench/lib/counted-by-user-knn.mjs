import { FittedModel, UserKnn } from "reelbook";

/**
 * User-based neighbours as in the code of table 46, which keeps the nearest users of each user in a
 * column, but reads rows: a user's neighbours are the users who have this user among their nearest
 * ones. The score is the sum of similarities to those of them who rated the item. The similarities
 * "tf-idf" and "bm25" are weightings of the cosine.
 *
 * Source: Base/BaseSimilarityMatrixRecommender.py, `_compute_score_user_based`, in
 * MaurizioFD/RecSys2019_DeepLearning_Evaluation.
 */
export class CountedByUserKnn {
  name = "CountedByUserKnn";

  /** @param {Record<string, unknown>} settings those of UserKnn, with `keep` */
  constructor({ similarity, ...settings }) {
    const isWeighting = similarity === "tf-idf" || similarity === "bm25";
    const compared = isWeighting ? { similarity: "cosine", weighting: similarity } : { similarity };
    this.settings = Object.freeze({ ...settings, ...compared });
  }

  /** @param {import("reelbook").Feedback} ratings */
  fit(ratings) {
    return new FittedCountedByUserKnn(ratings, this.settings);
  }
}

class FittedCountedByUserKnn extends FittedModel {
  name = "CountedByUserKnn";
  inStars = false;

  /**
   * @param {import("reelbook").Feedback} ratings
   * @param {Record<string, unknown>} settings
   */
  constructor(ratings, settings) {
    super(ratings);
    this.settings = settings;
    const { keep } = /** @type {{ keep: number }} */ (settings);
    const nearest = new UserKnn(settings).fit(ratings);
    /** @type {{ user: number, similarity: number }[][]} */
    this.neighbors = ratings.users.ids.map(() => []);
    for (const [user, userId] of ratings.users.ids.entries()) {
      for (const { userId: other, similarity } of nearest.similarUsers(userId, { count: keep }))
        this.neighbors[ratings.users.indexOf(other)]?.push({ user, similarity });
    }
    Object.freeze(this);
  }

  /** @override @param {number} userIndex @param {Float64Array} into */
  scoreItems(userIndex, into) {
    const { starts, indices } = this.ratings.byUser;
    into.fill(0);
    for (const { user, similarity } of this.neighbors[userIndex] ?? []) {
      for (const item of indices.subarray(starts[user], starts[user + 1]))
        into[item] = (into[item] ?? 0) + similarity;
    }
  }

  /** @override @returns {never} */
  scoreItemsFor() {
    throw new RangeError("CountedByUserKnn has no new users; it only repeats a published row");
  }

  /** @override @returns {never} */
  explainFor() {
    throw new RangeError("CountedByUserKnn explains nothing; it only repeats a published row");
  }

  /** @override @returns {never} */
  state() {
    throw new RangeError("CountedByUserKnn is not saved; it only repeats a published row");
  }
}
