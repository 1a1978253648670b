import { describe, expect, test } from "vitest";
import { groupUsers } from "../../../src/models/groups/group-users.js";
import { onLine } from "./on-line.js";

describe("groupUsers", () => {
  test("by k-means puts every user into a group, the largest first", () => {
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

  test("another seed gives the same groups the same numbers", () => {
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
