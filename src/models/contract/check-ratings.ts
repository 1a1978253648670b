import type { Feedback } from "../../ratings/feedback.js";

/** Refuses feedback without a row. */
export function checkNotEmpty({ count, kind }: Feedback): void {
  if (count === 0) throw new RangeError(`there are no ${kind} to fit to`);
}

/** Refuses interactions, which have no ratings that a model could predict. */
export function checkRatings(model: string, { kind }: Feedback): void {
  if (kind === "ratings") return;
  throw new RangeError(`${model} predicts ratings, and interactions have none; take a model that ranks`);
}
