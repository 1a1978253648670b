import type { Feedback } from "../../ratings/feedback.js";

/** Refuses interactions, which have no ratings that a model could predict. */
export function checkRatings(model: string, { kind }: Feedback): void {
  if (kind === "ratings") return;
  throw new RangeError(`${model} predicts ratings, and interactions have none; take a model that ranks`);
}
