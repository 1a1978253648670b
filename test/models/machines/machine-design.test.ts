import { expect, test } from "vitest";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import { machineBlocks, machineSide } from "../../../src/models/machines/machine-design.js";
import { sideOf } from "../../../src/models/machines/side-columns.js";
import { smallRatings } from "../contract/conformance.js";

test("the blocks have a row for each user, and for each item with ratings or side data", () => {
  const items = SideFeatures.from([
    { id: "new", year: 1 },
    { id: "a", year: 3 },
  ]);
  const side = sideOf(smallRatings, { items });
  const [users, ofItems] = machineBlocks(smallRatings, side);
  expect(users.features.rowCount).toBe(6);
  expect(ofItems.features.rowCount).toBe(6);
  expect(ofItems.groups.map(({ name, size }) => [name, size])).toEqual([
    ["item", 6],
    ["item's history", 6],
    ["item: year", 1],
  ]);
});

test("dates are a third block", () => {
  const side = machineSide(smallRatings, { dates: true });
  const [, , dates] = machineBlocks(smallRatings, side);
  expect(dates).toBe(side.dates?.block);
  expect(dates?.groups.map(({ name }) => name)).toEqual(["day", "hours since the user's first rating"]);
  expect(machineBlocks(smallRatings, machineSide(smallRatings, {}))).toHaveLength(2);
});
