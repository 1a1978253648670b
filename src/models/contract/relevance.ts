import type { Feedback } from "../../ratings/feedback.js";
import { partOf } from "../../ratings/part-of.js";
import { quoted, type Setting, type ValuesOf } from "../../settings/setting.js";
import type { History } from "./model.js";

/** Settings of models that rank. */
export class RelevanceFields {
  /**
   * Ratings or weights from here on count as an interest; lower ones count as seen and are not
   * learned from. By default all count.
   */
  readonly relevantFrom: Setting<number | undefined> = {
    kind: "number",
    takes: "a number",
    default: undefined,
    check(name, value) {
      if (value === undefined || Number.isFinite(value)) return value as number | undefined;
      throw new RangeError(`${name}: ${quoted(value)} is not a number`);
    },
  };
}

export const relevanceFields = /* @__PURE__ */ new RelevanceFields();

export interface RelevanceSettings extends ValuesOf<RelevanceFields> {}

/** Refuses `relevantFrom` in a model whose settings make it predict ratings. */
export function checkRelevance(
  { relevantFrom }: RelevanceSettings,
  { aggregate }: { readonly aggregate: string },
): void {
  if (relevantFrom === undefined || aggregate === "sum") return;
  throw new RangeError(`relevantFrom: ${relevantFrom} is for models that rank; set aggregate to "sum"`);
}

/**
 * The rows that count as an interest, with the ids and indices of all users and items. O(rows).
 *
 * @throws RangeError if none does
 */
export function relevantPart<Data extends Feedback>(
  ratings: Data,
  { relevantFrom }: RelevanceSettings,
): Data {
  if (relevantFrom === undefined) return ratings;
  const { values, count } = ratings;
  const rows = new Int32Array(count).map((_, row) => row).filter((row) => values[row] >= relevantFrom);
  if (rows.length === count) return ratings;
  if (rows.length > 0) return partOf(ratings, rows);
  throw new RangeError(`relevantFrom: ${relevantFrom} leaves none of ${count} ${ratings.kind}; take less`);
}

/** The part of a user's history that counts as an interest. O(ratings of the user). */
export function relevantHistory(history: History, { relevantFrom }: RelevanceSettings): History {
  if (relevantFrom === undefined) return history;
  const { userIndex, itemIndices, values } = history;
  const isRelevant = (_: number, k: number) => values[k] >= relevantFrom;
  return { userIndex, itemIndices: itemIndices.filter(isRelevant), values: values.filter(isRelevant) };
}
