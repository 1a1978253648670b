import { describe, expect, test } from "vitest";
import { PureSvd } from "../../../src/models/factors/pure-svd.js";
import { genreProfiles } from "../../../src/models/groups/genre-profiles.js";
import { groupFavourites } from "../../../src/models/groups/group-favourites.js";
import { groupUsers } from "../../../src/models/groups/group-users.js";
import type { UserVectors } from "../../../src/models/groups/user-vectors.js";
import { userVectors } from "../../../src/models/groups/user-vectors.js";
import { IdIndex } from "../../../src/ratings/id-index.js";
import { Ratings } from "../../../src/ratings/ratings.js";

/** Users "a", "b", "c" … at places on a line. */
function onLine(...places: number[]): UserVectors {
  const users = IdIndex.from(places.map((_, place) => "abcdefghijkl"[place]!));
  return { users, width: 1, values: Float64Array.from(places) };
}

describe("groupUsers", () => {
  test("by k-means puts everybody into a group, the largest first", () => {
    const groups = groupUsers(onLine(0, 9, 1, 2, 10), { groups: 2 });
    expect(groups.sizes).toEqual([3, 2]);
    expect([...groups.centers]).toEqual([1, 9.5]);
    expect(groups.usersOf(0)).toEqual(["a", "c", "d"]);
    expect(groups.usersOf(2)).toEqual([]);
    expect([groups.groupOf("b"), groups.groupOf("d"), groups.groupOf("z")]).toEqual([1, 0, Number.NaN]);
    expect([groups.count, groups.ungrouped]).toEqual([2, 0]);
    expect(groups.nearest(Float64Array.of(6))).toBe(1);
    expect(groups.silhouette).toBeCloseTo(
      (8 / 9.5 + (8.5 - 1) / 8.5 + (7.5 - 1.5) / 7.5 + 7 / 8 + 8 / 9) / 5,
      12,
    );
    expect(Object.isFrozen(groups)).toBe(true);
  });

  test("another seed numbers the same groups alike", () => {
    const of = (seed: number) => [...groupUsers(onLine(0, 9, 1, 10, 30, 31, 11), { groups: 3, seed }).labels];
    for (const seed of [1, 2, 3]) expect(of(seed)).toEqual(of(0));
  });

  test("by DBSCAN leaves users between the groups out", () => {
    const groups = groupUsers(onLine(0, 50, 20, 21, 22, 1), { method: "dbscan", radius: 1, minUsers: 2 });
    expect(groups.sizes).toEqual([3, 2]);
    expect(groups.ungrouped).toBe(1);
    expect(groups.groupOf("b")).toBeNaN();
    const none = groupUsers(onLine(0, 5, 9), { method: "dbscan", radius: 1 });
    expect([none.count, none.ungrouped, none.nearest(Float64Array.of(1)), none.silhouette]).toEqual([
      0,
      3,
      Number.NaN,
      Number.NaN,
    ]);
  });

  test("one user is a group, equal users are one, and their silhouette is NaN", () => {
    const alone = groupUsers(onLine(7), { groups: 1 });
    expect([alone.sizes, alone.silhouette]).toEqual([[1], Number.NaN]);
    const equal = groupUsers(onLine(7, 7, 7), { groups: 1 });
    expect([equal.sizes, equal.silhouette]).toEqual([[3], Number.NaN]);
    expect(() => groupUsers(onLine(7, 7, 7), { groups: 2 })).toThrow(
      "groups: 2 is more than the 1 of all that differ from each other; ask for fewer groups",
    );
  });

  test("refuses settings and vectors that make no groups, in a sentence", () => {
    const vectors = onLine(1, 2, 3);
    expect(() => groupUsers(vectors, { groups: 4 })).toThrow(
      "groups: 4 is more than the 3 users; ask for fewer groups",
    );
    expect(() => groupUsers(vectors, { groups: 0 })).toThrow("groups: 0 is not a whole number of at least 1");
    expect(() => groupUsers(vectors, { groups: 1.5 })).toThrow("groups: 1.5");
    expect(() => groupUsers(vectors, { groups: 2, starts: 0 })).toThrow("starts: 0");
    expect(() => groupUsers(vectors, { groups: 2, seed: -1 })).toThrow("seed: -1");
    expect(() => groupUsers(vectors, { groups: 2, iterations: 0 })).toThrow("iterations: 0");
    expect(() => groupUsers(vectors, { method: "dbscan", radius: 0 })).toThrow(
      "radius: 0 is not a number above 0",
    );
    expect(() => groupUsers(vectors, { method: "dbscan", radius: Number.NaN })).toThrow("radius: NaN");
    expect(() => groupUsers(vectors, { method: "dbscan", radius: 1, minUsers: 0 })).toThrow("minUsers: 0");
    expect(() => groupUsers(vectors, { method: "means" as "k-means", groups: 2 })).toThrow(
      'method: "means" is none of',
    );
    expect(() => groupUsers(onLine(1, Number.NaN), { groups: 1 })).toThrow(
      'number 0 of the vector of user "b" is NaN; groups want finite numbers',
    );
    expect(() => groupUsers({ ...vectors, width: 2 }, { groups: 1 })).toThrow(
      "3 numbers are not 3 users times a width of 2",
    );
    expect(() => groupUsers(onLine(), { groups: 1 })).toThrow("there are no users to group");
  });
});

/** Users 0 to 5 rate x, users 6 to 9 rate y; all rate z, and user 6 alone w. */
const ratings = Ratings.from([
  ...[0, 1, 2, 3, 4, 5].map((userId) => ({ userId, itemId: "x", rating: 4 })),
  ...[6, 7, 8, 9].map((userId) => ({ userId, itemId: "y", rating: 2 })),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((userId) => ({ userId, itemId: "z", rating: 3 })),
  { userId: 6, itemId: "w", rating: 5 },
]);

describe("userVectors and genreProfiles", () => {
  test("of unit length compare tastes, not how much somebody has rated", () => {
    const vectors = userVectors(new PureSvd({ factors: 3 }).fit(ratings), { unitLength: true });
    for (let user = 0; user < 10; user++) {
      expect(Math.hypot(...vectors.values.subarray(3 * user, 3 * user + 3))).toBeCloseTo(1, 12);
    }
    const groups = groupUsers(vectors, { groups: 2 });
    expect(groups.sizes).toEqual([6, 4]);
    expect(groups.groupOf(6)).toBe(1);
    expect(groups.silhouette).toBeGreaterThan(0.5);
  });

  test("a profile is the damped mean of what a genre got beyond the user's mean", () => {
    const items = [
      { itemId: "x", genres: ["Noir"] },
      { itemId: "z", genres: ["Noir", "Comedy"] },
      { itemId: "w", genres: ["Drama"] },
    ];
    const { genres, width, values } = genreProfiles(ratings, items, { damping: 1 });
    expect([genres, width]).toEqual([["Comedy", "Drama", "Noir"], 3]);
    // User 0 gave x 4 and z 3; user 6 gave y 2, z 3 and w 5.
    expect([...values.subarray(0, 3)]).toEqual([-0.5 / 2, 0, 0]);
    expect([...values.subarray(18, 21)]).toEqual([
      expect.closeTo(-1 / 6, 12),
      expect.closeTo(5 / 6, 12),
      expect.closeTo(-1 / 6, 12),
    ]);
    expect([...genreProfiles(ratings, items, { damping: 0 }).values]).not.toContain(Number.NaN);
    expect(() => genreProfiles(ratings, items, { damping: -1 })).toThrow("damping: -1");
  });
});

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

  test("one group for all has no others and no favourites, and strangers do not count", () => {
    expect(groupFavourites(ratings, groupUsers(byItem, { groups: 1 }))).toEqual([]);
    const more = ratings.concat([{ userId: "stranger", itemId: "x", rating: 1 }]);
    expect(groupFavourites(more, groups)).toEqual(groupFavourites(ratings, groups));
  });

  test("refuses options out of range", () => {
    expect(() => groupFavourites(ratings, groups, { damping: -1 })).toThrow("damping: -1");
    expect(() => groupFavourites(ratings, groups, { minRatings: 0 })).toThrow("minRatings: 0");
    expect(() => groupFavourites(ratings, groups, { count: -1 })).toThrow("count: -1");
  });
});
