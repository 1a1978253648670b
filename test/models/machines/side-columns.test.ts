import { expect, test } from "vitest";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import { sideOf } from "../../../src/models/machines/side-columns.js";
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
});
