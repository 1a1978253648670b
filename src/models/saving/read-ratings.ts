import { findDuplicates } from "../../ratings/duplicates.js";
import type { Feedback } from "../../ratings/feedback.js";
import { IdIndex } from "../../ratings/id-index.js";
import { Interactions } from "../../ratings/interactions.js";
import { Ratings } from "../../ratings/ratings.js";
import type { SavedArray } from "../contract/model.js";
import { invalidModelError } from "../contract/saved-model.js";
import type { ModelHeader } from "./model-header.js";

/** The ratings of a saved model; a RangeError where they do not fit together. */
export function readRatings(header: ModelHeader, columns: Readonly<Record<string, SavedArray>>): Feedback {
  const users = IdIndex.from(header.userIds);
  const items = IdIndex.from(header.itemIds);
  const { userIndices, itemIndices, values, timestamps } = columns;
  const { scale } = header;
  if (
    !isNumbers(values, values?.length) ||
    !isIndices(userIndices, users.size) ||
    !isIndices(itemIndices, items.size) ||
    userIndices.length !== values.length ||
    itemIndices.length !== values.length ||
    !(timestamps === undefined || isNumbers(timestamps, values.length)) ||
    !values.every((value) => value >= scale.min && value <= scale.max) ||
    findDuplicates(userIndices, itemIndices, { userCount: users.size, itemCount: items.size }).length > 0
  ) {
    throw invalidModelError("its ratings do not fit together");
  }
  const rows = { users, items, userIndices, itemIndices, values, timestamps };
  return header.feedback ? Interactions.fromIndexed(rows) : Ratings.fromIndexed({ ...rows, scale });
}

function isNumbers(array: SavedArray | undefined, length: number | undefined): array is Float64Array {
  return array instanceof Float64Array && array.length === length;
}

function isIndices(array: SavedArray | undefined, size: number): array is Int32Array {
  return array instanceof Int32Array && array.every((index) => index >= 0 && index < size);
}
