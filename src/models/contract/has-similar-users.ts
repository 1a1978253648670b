import type { Id } from "../../ratings/id-index.js";
import type { FittedModel, SimilarOptions, SimilarUser } from "./model.js";

/** A fitted model with `similarUsers`. */
export interface WithSimilarUsers {
  /** The users most similar to a user, best first; an unknown user is a RangeError. */
  similarUsers(userId: Id, options?: SimilarOptions): SimilarUser[];
}

/**
 * Whether a fitted model has `similarUsers`; narrows the type of what `chooseModel`, `compare` or
 * `loadModel` returns.
 *
 * @example
 * const model: FittedModel = new UserKnn().fit(ratings);
 * if (hasSimilarUsers(model)) model.similarUsers(1, { count: 3 });
 */
export function hasSimilarUsers<Fitted extends FittedModel>(
  model: Fitted,
): model is Fitted & WithSimilarUsers {
  return typeof (model as Partial<WithSimilarUsers>).similarUsers === "function";
}
