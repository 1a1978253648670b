import type { Feedback } from "../../ratings/feedback.js";
import { IdIndex } from "../../ratings/id-index.js";
import type { SideFeatures } from "../content/side-features.js";
import { historyBlock } from "./history-block.js";
import type { RelationBlock } from "./relation-block.js";
import { type SideColumns, sideBlock } from "./side-block.js";

/** Side data of users, items or both, by id. */
export interface MachineFeatures {
  readonly users?: SideFeatures | undefined;
  readonly items?: SideFeatures | undefined;
}

/** Side data by index. */
export interface MachineSide {
  /** The items of the ratings, followed by those that only have side data. */
  readonly itemIds: IdIndex;
  readonly users?: SideColumns | undefined;
  readonly items?: SideColumns | undefined;
}

/** The columns of side data for the users and items of ratings, and for further items. */
export function sideOf(
  { users: userIds, items: ratedIds }: Feedback,
  { users, items }: MachineFeatures,
): MachineSide {
  const itemIds = items ? IdIndex.from([...ratedIds.ids, ...items.ids.ids]) : ratedIds;
  return {
    itemIds,
    users: users && { rows: users.rowsFor(userIds), groups: users.groups },
    items: items && { rows: items.rowsFor(itemIds), groups: items.groups },
  };
}

/** The blocks of users and of items: ids, histories, side data. */
export function machineBlocks(
  { byUser, byItem }: Feedback,
  side: MachineSide,
): [users: RelationBlock, items: RelationBlock] {
  return [
    sideBlock(historyBlock(byUser, "user"), side.users, "user"),
    sideBlock(historyBlock(byItem, "item", side.itemIds.size), side.items, "item"),
  ];
}
