import { describe, expect, test } from "vitest";
import { groupFavourites } from "../../../src/models/groups/group-favourites.js";
import { groupUsers } from "../../../src/models/groups/group-users.js";
import { tenUsers as ratings } from "./ten-users.js";

describe("groupFavourites", () => {
  const byItem = { users: ratings.users, width: 1, values: Float64Array.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1) };
  const groups = groupUsers(byItem, { groups: 2 });

  test("by hand: the lift of damped shares, the highest first", () => {
    const favourites = groupFavourites(ratings, groups, { damping: 5, minRatings: 2 });
    const lift = (inside: number, all: number, size: number) =>
      (inside + 0.5 * size) / size / ((all - inside + 0.5 * (10 - size)) / (10 - size));
    expect(favourites).toEqual([
      { group: 0, itemId: "x", count: 6, share: 1, othersShare: 0, lift: expect.closeTo(lift(6, 6, 6), 12) },
      { group: 0, itemId: "z", count: 6, share: 1, othersShare: 1, lift: expect.closeTo(1, 12) },
      { group: 1, itemId: "y", count: 4, share: 1, othersShare: 0, lift: expect.closeTo(lift(4, 4, 4), 12) },
      { group: 1, itemId: "z", count: 4, share: 1, othersShare: 1, lift: expect.closeTo(1, 12) },
    ]);
  });

  test("without damping an item that only the group rated has no bound; one rater is not enough by default", () => {
    const [first] = groupFavourites(ratings, groups, { damping: 0, count: 1 });
    expect(first).toMatchObject({ itemId: "x", lift: Number.POSITIVE_INFINITY });
    const items = groupFavourites(ratings, groups, { minRatings: 4 }).map(({ itemId }) => itemId);
    expect(items).not.toContain("w");
    expect(groupFavourites(ratings, groups)).toHaveLength(2);
  });

  test("a single group has no favourites, and users unknown to the groups are ignored", () => {
    expect(groupFavourites(ratings, groupUsers(byItem, { groups: 1 }))).toEqual([]);
    const more = ratings.concat([{ userId: "unknown", itemId: "x", rating: 1 }]);
    expect(groupFavourites(more, groups)).toEqual(groupFavourites(ratings, groups));
  });

  test("refuses options out of range", () => {
    expect(() => groupFavourites(ratings, groups, { damping: -1 })).toThrow("damping: -1");
    expect(() => groupFavourites(ratings, groups, { minRatings: 0 })).toThrow("minRatings: 0");
    expect(() => groupFavourites(ratings, groups, { count: -1 })).toThrow("count: -1");
  });
});
