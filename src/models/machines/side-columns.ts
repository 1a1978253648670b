import type { Feedback } from "../../ratings/feedback.js";
import { IdIndex } from "../../ratings/id-index.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { SideFeatures, SideGroup } from "../content/side-features.js";

/** Side data of users or items, by index. */
export interface SideColumns {
  /** A row for each user or item. */
  readonly rows: CsrMatrix;
  readonly groups: readonly SideGroup[];
}

/** Side data of users, items or both, by id. */
export interface SideData {
  readonly users?: SideFeatures | undefined;
  readonly items?: SideFeatures | undefined;
}

/** Side data by index. */
export interface IndexedSide {
  /** The items of the ratings, followed by those that only have side data. */
  readonly itemIds: IdIndex;
  readonly users?: SideColumns | undefined;
  readonly items?: SideColumns | undefined;
}

/** The columns of side data for the users and items of ratings, and for further items. */
export function sideOf(
  { users: userIds, items: ratedIds }: Feedback,
  { users, items }: SideData,
): IndexedSide {
  const itemIds = items ? IdIndex.from([...ratedIds.ids, ...items.ids.ids]) : ratedIds;
  return {
    itemIds,
    users: users && { rows: users.rowsFor(userIds), groups: users.groups },
    items: items && { rows: items.rowsFor(itemIds), groups: items.groups },
  };
}
