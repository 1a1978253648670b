import type { Id } from "../../ratings/id-index.js";
import type { FittedModel, SimilarItem, SimilarOptions } from "./model.js";

/** A fitted model with `similarItems`. */
export interface WithSimilarItems {
  /** The items most similar to an item, best first; an unknown item is a RangeError. */
  similarItems(itemId: Id, options?: SimilarOptions): SimilarItem[];
}

/**
 * Whether a fitted model has `similarItems`; narrows the type of what `chooseModel`, `compare` or
 * `loadModel` returns.
 *
 * @example
 * const model: FittedModel = new ItemKnn().fit(ratings.withAtLeast({ perItem: 50 }));
 * if (hasSimilarItems(model)) model.similarItems(260, { count: 3 });
 */
export function hasSimilarItems<Fitted extends FittedModel>(
  model: Fitted,
): model is Fitted & WithSimilarItems {
  return typeof (model as Partial<WithSimilarItems>).similarItems === "function";
}
