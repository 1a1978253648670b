import { expect, test } from "vitest";
import { UserGroups } from "../../../src/models/groups/user-groups.js";
import { onLine } from "./on-line.js";

/** Users a, c, d in group 0, b and e in group 1, f in none. */
const groups = new UserGroups(onLine(0, 9, 1, 2, 10, 99), Int32Array.of(0, 1, 0, 0, 1, -1));

test("by hand: sizes and centers of the groups, without users in none", () => {
  expect([groups.count, groups.ungrouped]).toEqual([2, 1]);
  expect(groups.sizes).toEqual([3, 2]);
  expect([...groups.centers]).toEqual([1, 9.5].map((center) => expect.closeTo(center, 12)));
});

test("groupOf and usersOf agree, and know no other users or groups", () => {
  for (const group of [0, 1])
    for (const userId of groups.usersOf(group)) expect(groups.groupOf(userId)).toBe(group);
  expect(groups.usersOf(1)).toEqual(["b", "e"]);
  expect([groups.groupOf("f"), groups.groupOf("z")]).toEqual([Number.NaN, Number.NaN]);
  expect([groups.usersOf(2), groups.usersOf(-2)]).toEqual([[], []]);
});

test("nearest is the group of the nearest center, of equally near ones the first", () => {
  expect(groups.nearest(Float64Array.of(-50))).toBe(0);
  expect(groups.nearest(Float64Array.of(6))).toBe(1);
  expect(groups.nearest(Float64Array.of(5.25))).toBe(0);
});

test("by hand: the silhouette is the mean over the users in groups", () => {
  // The mean distances to the own and to the other group: a 1.5 and 9.5, b 1 and 8, c 1 and 8.5, d
  // 1.5 and 7.5, e 1 and 9.
  const expected = (8 / 9.5 + 7 / 8 + 7.5 / 8.5 + 6 / 7.5 + 8 / 9) / 5;
  expect(groups.silhouette).toBeCloseTo(expected, 12);
});

test("a single group has no silhouette", () => {
  expect(new UserGroups(onLine(1, 2), Int32Array.of(0, 0)).silhouette).toBeNaN();
});
