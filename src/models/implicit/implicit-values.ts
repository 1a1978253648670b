import type { Feedback } from "../../ratings/feedback.js";
import { optionalBoolean } from "../../settings/boolean.js";
import type { ValuesOf } from "../../settings/setting.js";
import { checkNotEmpty } from "../contract/check-ratings.js";
import type { FittedModel, History } from "../contract/model.js";
import { RelevanceFields } from "../contract/relevance.js";

/** Settings of models of implicit feedback: they use which items a user rated. */
export class ImplicitFields extends RelevanceFields {
  /**
   * Whether every rating counts as 1, whatever its value; if not, as its value. By default true for
   * ratings, and false for interactions, which count as their weight.
   */
  readonly binary = optionalBoolean();
}

export const implicitFields = /* @__PURE__ */ new ImplicitFields();

export interface ImplicitSettings extends ValuesOf<ImplicitFields> {}

/** The value that each rating or weight counts as: 1, or itself where `binary` is false. */
export function implicitValues(
  values: Float64Array,
  { binary }: Pick<ImplicitSettings, "binary">,
  { kind }: Pick<Feedback, "kind">,
): Float64Array {
  return (binary ?? kind === "ratings") ? new Float64Array(values.length).fill(1) : values;
}

/**
 * {@link implicitValues} of a user's history.
 *
 * @throws RangeError for a rating below 0 of a user who is not among those of the fit.
 */
export function implicitHistory(
  history: History,
  settings: Pick<ImplicitSettings, "binary">,
  { items, ratings }: Pick<FittedModel, "items" | "ratings">,
): Float64Array {
  const { values, itemIndices, userIndex } = history;
  const below = userIndex < 0 ? values.findIndex((value) => value < 0) : -1;
  if (below >= 0) throw negative(`rating ${values[below]} of item ${items.idOf(itemIndices[below])}`);
  return implicitValues(values, settings, ratings);
}

/**
 * Refuses ratings below 0, which would count as positive feedback. O(ratings).
 *
 * @throws RangeError that names the first one and its row.
 */
export function checkImplicit({ values }: Feedback): void {
  const row = values.findIndex((value) => value < 0);
  if (row >= 0) throw negative(`row ${row}: rating ${values[row]}`);
}

/**
 * Refuses feedback of which nothing counts as an interest.
 *
 * @param interests 0 for each row that is none
 * @throws RangeError
 */
export function checkInterest(interests: Float64Array, feedback: Feedback): void {
  checkNotEmpty(feedback);
  const { count, kind } = feedback;
  if (interests.some((interest) => interest !== 0)) return;
  throw new RangeError(
    `none of the ${count} ${kind} is above 0, so nobody took an interest in anything; look at their values, or pass binary: true`,
  );
}

function negative(what: string): RangeError {
  return new RangeError(`${what} is below 0, which implicit feedback cannot be; leave such ratings out`);
}
