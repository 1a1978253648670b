import { expect, test } from "vitest";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import { machineBlocks, sideOf } from "../../../src/models/machines/machine-design.js";
import { smallRatings } from "../contract/conformance.js";

test("sideOf puts items that only have side data after those of the ratings", () => {
  const items = SideFeatures.from([
    { id: "new", year: 1 },
    { id: "a", year: 3 },
  ]);
  const side = sideOf(smallRatings, { items });
  expect(side.itemIds.ids).toEqual([...smallRatings.items.ids, "new"]);
  expect(side.items?.rows.rowCount).toBe(6);
  expect(side.users).toBeUndefined();
  const [users, ofItems] = machineBlocks(smallRatings, side);
  expect(users.features.rowCount).toBe(6);
  expect(ofItems.features.rowCount).toBe(6);
  expect(ofItems.groups.map(({ name, size }) => [name, size])).toEqual([
    ["item", 6],
    ["item's history", 6],
    ["item: year", 1],
  ]);
});
