import { expect, test } from "vitest";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import {
  checkedMachineFeatures,
  machineBlocks,
  machineSide,
} from "../../../src/models/machines/machine-design.js";
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

test("refuses side data of another class, and names that it does not know", () => {
  const items = SideFeatures.from([{ id: "a", year: 3 }]);
  const of = (given: unknown) => () => checkedMachineFeatures("Machine", given as object);
  expect(of({ items: [{ id: "a", year: 3 }] })).toThrow(
    "Machine: items are [an object (id, year)]; give { users, items } as SideFeatures.from(rows)",
  );
  expect(of({ users: {} })).toThrow("Machine: users are an object (Object); give");
  expect(of({ items: null })).toThrow("Machine: items are null; give");
  for (const none of [undefined, null, [{ id: "a" }], { movies: items }]) {
    expect(of(none)).toThrow("Machine: of was given no side data; give { users, items }");
  }
  expect(of({ items, movies: 1 })).toThrow('Machine: of takes { users, items, dates }, not "movies"');
  expect(of({ dates: 1 })).toThrow("dates: 1 is neither true nor false");
  expect(of({ items })()).toEqual({ users: undefined, items, dates: false });
  expect(of({})()).toEqual({ dates: false });
});

test("dates are a third block", () => {
  const side = machineSide(smallRatings, { dates: true });
  const [, , dates] = machineBlocks(smallRatings, side);
  expect(dates).toBe(side.dates?.block);
  expect(dates?.groups.map(({ name }) => name)).toEqual(["day", "hours since the user's first rating"]);
  expect(machineBlocks(smallRatings, machineSide(smallRatings, {}))).toHaveLength(2);
});
