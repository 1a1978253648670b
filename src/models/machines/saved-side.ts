import type { SideGroup } from "../content/side-features.js";
import type { SavedArray, SavedModel } from "../contract/model.js";
import { invalidModelError, savedRows } from "../contract/saved-model.js";
import type { SideColumns } from "./side-columns.js";

type Side = "users" | "items";

/** The arrays of side data; none without any. */
export function sideState(name: Side, side: SideColumns | undefined): Record<string, SavedArray> {
  if (!side) return {};
  const { starts, indices, values } = side.rows;
  return { [`${name}.starts`]: starts, [`${name}.indices`]: indices, [`${name}.values`]: values };
}

/** The inverse of {@link sideState}; a RangeError where features and arrays do not fit together. */
export function restoredSide(
  saved: SavedModel,
  name: Side,
  groups: readonly SideGroup[] | undefined,
  rowCount: number,
): SideColumns | undefined {
  if (!saved.arrays[`${name}.starts`]) return undefined;
  if (!Array.isArray(groups) || !groups.every((group) => Array.isArray(group?.labels))) {
    throw invalidModelError(`its features of ${name} do not fit together`);
  }
  const arrays = Object.fromEntries(
    ["starts", "indices", "values"].map((each) => [each, saved.arrays[`${name}.${each}`]]),
  );
  const columnCount = groups.reduce((sum, { labels }) => sum + labels.length, 0);
  return { rows: savedRows({ ...saved, arrays }, { rowCount, columnCount }), groups };
}
