import { expect, test } from "vitest";
import { storedPerRow } from "../../../src/models/contract/stored-per-row.js";

test("all similarities are stored for up to 20,000 rows, and 500 for more", () => {
  expect(storedPerRow({ keep: undefined }, 20_000)).toBe(Infinity);
  expect(storedPerRow({ keep: undefined }, 20_001)).toBe(500);
});

test("keep is used where it is given", () => {
  for (const rowCount of [10, 30_000]) expect(storedPerRow({ keep: 7 }, rowCount)).toBe(7);
});
