import { expect, test } from "vitest";
import type { FittedFactors } from "../../../src/models/factors/fitted-factors.js";
import { PureSvd } from "../../../src/models/factors/pure-svd.js";
import { groupUsers } from "../../../src/models/groups/group-users.js";
import { userVectors, withUnitLength } from "../../../src/models/groups/user-vectors.js";
import { Ease } from "../../../src/models/item-weights/ease.js";
import { tenUsers as ratings } from "./ten-users.js";

test("vectors of unit length compare tastes, not activity", () => {
  const vectors = userVectors(new PureSvd({ factors: 3 }).fit(ratings), { unitLength: true });
  for (let user = 0; user < 10; user++) {
    expect(Math.hypot(...vectors.values.subarray(3 * user, 3 * user + 3))).toBeCloseTo(1, 12);
  }
  const groups = groupUsers(vectors, { groups: 2 });
  expect(groups.sizes).toEqual([6, 4]);
  expect(groups.groupOf(6)).toBe(1);
  expect(groups.silhouette).toBeGreaterThan(0.5);
});

test("by default the vectors are the user factors of the model", () => {
  const fitted = new PureSvd({ factors: 3 }).fit(ratings);
  const { users, width, values } = userVectors(fitted);
  expect(users).toBe(ratings.users);
  expect(width).toBe(3);
  expect(values).toBe(fitted.learned.userFactors);
});

test("a model without factors is refused by a sentence", () => {
  const ease = new Ease().fit(ratings) as unknown as FittedFactors;
  expect(() => userVectors(ease)).toThrow("Ease has no factors of users; take a model that has, as PureSvd");
});

test("withUnitLength divides each vector by its length, and leaves 0 as it is", () => {
  expect([...withUnitLength(Float64Array.of(3, 4, 0, 0, -2, 0), 2)]).toEqual([0.6, 0.8, 0, 0, -1, 0]);
});
