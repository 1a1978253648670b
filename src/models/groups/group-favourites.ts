import { topIndices } from "../../math/top-n.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";
import { atLeast, wholeAtLeast } from "../../settings/checks.js";
import type { UserGroups } from "./user-groups.js";

/** An item that a group rates more often than other users. */
export interface GroupFavourite {
  readonly group: number;
  readonly itemId: Id;
  /** The number of users in the group who rated it. */
  readonly count: number;
  /** The share of the group's users who rated it, 0 to 1. */
  readonly share: number;
  /** The share of all other users who rated it; NaN without other users. */
  readonly othersShare: number;
  /** The damped share of the group / that of the other users; NaN without other users. */
  readonly lift: number;
}

/** Settings of {@link groupFavourites}. */
export interface GroupFavouritesOptions {
  /** Items per group, from 0. @default 5 */
  readonly count?: number;
  /** Number of imaginary raters of each item, spread evenly over all users, from 0. @default 10 */
  readonly damping?: number;
  /** Fewest users of the group who rated an item, from 1. @default 5 */
  readonly minRatings?: number;
}

/**
 * The items that each group rates more often than other users, group by group, the highest lift
 * first:
 *
 *     share of a part = (its raters of the item + damping × its share of all users) / its users
 *     lift = share of the group / share of the others
 *
 * Without `damping` and `minRatings`, items rated by a few users of one group only would come
 * first. Pass `ratings.filter(({ rating }) => rating >= 4)` to find the items that groups *like*.
 * Users in no group count as others; ratings by users unknown to the groups are ignored. A single
 * group has no other users, and no favourites. O(ratings + groups × items).
 *
 * @example
 * const vectors = userVectors(new PureSvd().fit(ratings), { unitLength: true });
 * const tastes = groupUsers(vectors, { groups: 2 });
 * groupFavourites(ratings, tastes, { count: 1 }).length; // 2
 */
export function groupFavourites(
  ratings: Feedback,
  groups: UserGroups,
  { count = 5, damping = 10, minRatings = 5 }: GroupFavouritesOptions = {},
): GroupFavourite[] {
  wholeAtLeast(0, { count });
  atLeast(0, { damping });
  wholeAtLeast(1, { minRatings });
  const itemCount = ratings.items.size;
  const { all, byGroup } = countRatings(ratings, groups);
  const userCount = groups.labels.length;
  return groups.sizes.flatMap((size, group) => {
    const counts = byGroup.subarray(group * itemCount, (group + 1) * itemCount);
    const others = userCount - size;
    const lifts = counts.map((inside, item) => {
      if (inside < minRatings) return Number.NaN;
      const share = (inside + (damping * size) / userCount) / size;
      return share / ((all[item] - inside + (damping * others) / userCount) / others);
    });
    return Array.from(topIndices(lifts, count), (item) => ({
      group,
      itemId: ratings.items.idOf(item),
      count: counts[item],
      share: counts[item] / size,
      othersShare: (all[item] - counts[item]) / others,
      lift: lifts[item],
    }));
  });
}

/**
 * The number of raters of each item, among all users and in each group. O(ratings + groups ×
 * items).
 */
export function countRatings(
  ratings: Feedback,
  { vectors, labels, count }: UserGroups,
): { all: Float64Array; byGroup: Float64Array } {
  const { users, items, userIndices, itemIndices } = ratings;
  const all = new Float64Array(items.size);
  const byGroup = new Float64Array(count * items.size);
  const places = Int32Array.from(users.ids, (userId) => vectors.users.indexOf(userId));
  for (let row = 0; row < userIndices.length; row++) {
    const place = places[userIndices[row]];
    if (place < 0) continue;
    const item = itemIndices[row];
    all[item]++;
    if (labels[place] >= 0) byGroup[labels[place] * items.size + item]++;
  }
  return { all, byGroup };
}
