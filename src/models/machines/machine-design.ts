import type { Feedback } from "../../ratings/feedback.js";
import { historyBlock } from "./history-block.js";
import type { RelationBlock } from "./relation-block.js";
import { sideBlock } from "./side-block.js";
import type { IndexedSide } from "./side-columns.js";

/** The blocks of users and of items: ids, histories, side data. */
export function machineBlocks(
  { byUser, byItem }: Feedback,
  side: IndexedSide,
): [users: RelationBlock, items: RelationBlock] {
  return [
    sideBlock(historyBlock(byUser, "user"), side.users, "user"),
    sideBlock(historyBlock(byItem, "item", side.itemIds.size), side.items, "item"),
  ];
}
