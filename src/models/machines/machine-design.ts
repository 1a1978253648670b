import type { Feedback } from "../../ratings/feedback.js";
import { boolean } from "../../settings/boolean.js";
import { quoted } from "../../settings/setting.js";
import { checkFeatures } from "../content/side-features.js";
import { type DateBlock, dateBlock } from "./dates/date-block.js";
import { RatingDates } from "./dates/rating-dates.js";
import { historyBlock } from "./history-block.js";
import type { RelationBlock } from "./relation-block.js";
import { sideBlock } from "./side-block.js";
import { type IndexedSide, type SideData, sideOf } from "./side-columns.js";

/** Side data of users, items or both, and whether dates are features. */
export interface MachineFeatures extends SideData {
  /**
   * The day of a rating, and the hours since the user's first one.
   * @default false
   */
  readonly dates?: boolean | undefined;
}

/**
 * The features with defaults.
 *
 * @throws RangeError for side data of another class, an unknown name, or `dates` not a boolean
 */
export function checkedMachineFeatures(owner: string, given: MachineFeatures): MachineFeatures {
  const { users, items, dates = false, ...unknown } = given ?? {};
  boolean({ default: false }).check("dates", dates);
  const names = Object.keys(unknown);
  if (given && names.length === 0 && users === undefined && items === undefined) return { dates };
  checkFeatures(owner, { users, items });
  if (names.length === 0) return { users, items, dates };
  throw new RangeError(`${owner}: of takes { users, items, dates }, not ${names.map(quoted).join(", ")}`);
}

/** Side data by index, and dates. */
export interface MachineSide extends IndexedSide {
  readonly dates?: DateBlock | undefined;
}

/**
 * Side data by index, and dates.
 *
 * @throws RangeError for dates if a rating has no timestamp
 */
export function machineSide(ratings: Feedback, { dates, ...side }: MachineFeatures): MachineSide {
  return { ...sideOf(ratings, side), dates: dates ? dateBlock(new RatingDates(ratings)) : undefined };
}

/** The blocks of users and of items: ids, histories, side data; then that of dates, if used. */
export function machineBlocks(
  { byUser, byItem }: Feedback,
  side: MachineSide,
): [users: RelationBlock, items: RelationBlock, ...dates: RelationBlock[]] {
  return [
    sideBlock(historyBlock(byUser, "user"), side.users, "user"),
    sideBlock(historyBlock(byItem, "item", side.itemIds.size), side.items, "item"),
    ...(side.dates ? [side.dates.block] : []),
  ];
}
