import { expect, test } from "vitest";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import { sideTable } from "../../../src/models/hybrid/side-table.js";
import { sideOf } from "../../../src/models/machines/side-columns.js";
import { smallRatings } from "../contract/conformance.js";

test("a number is a feature, and so is each category; what is unknown is NaN", () => {
  const users = SideFeatures.from([
    { id: 10, age: 20, job: "nurse", likes: ["war"] },
    { id: 20, age: 40, likes: ["sea", "war"] },
  ]);
  const table = sideTable("user", sideOf(smallRatings, { users }).users);
  expect(table.names).toEqual(["user: age", "user: job nurse", "user: likes war", "user: likes sea"]);
  const rowOf = (userId: number) => {
    const into = new Float64Array(6).fill(9);
    table.write(smallRatings.users.indexOf(userId), into, 1);
    return [...into];
  };
  expect(rowOf(10)).toEqual([9, -1, 1, 1, 0, 9]);
  const half = expect.closeTo(Math.SQRT1_2, 12);
  expect(rowOf(20)).toEqual([9, 1, NaN, half, half, 9]);
  expect(rowOf(30)).toEqual([9, NaN, NaN, NaN, NaN, 9]);
  expect(rowOf(99)).toEqual([9, NaN, NaN, NaN, NaN, 9]);
});

test("without side data there are no features", () => {
  const table = sideTable("item", undefined);
  expect(table.names).toEqual([]);
  const into = Float64Array.of(7);
  table.write(0, into, 1);
  expect([...into]).toEqual([7]);
});
