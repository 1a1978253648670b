import type { GivenEntry } from "../../ratings/feedback.js";
import type { FittedModel, Model } from "./model.js";

/** Fits a model with its settings, which must be all that its class takes, to more ratings. */
export function fitAgain<Fitted extends FittedModel>(fitted: Fitted, more: Iterable<GivenEntry>): Fitted {
  const Kind = fitted.kind() as unknown as new (settings: object) => Model<Fitted>;
  return new Kind(fitted.settings).fit(fitted.ratings.concat(more));
}
