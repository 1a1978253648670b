import { expect, test } from "vitest";
import { BadRows } from "../../../src/datasets/records/bad-rows.js";
import { feedbackFromRows } from "../../../src/datasets/rows/feedback-from-rows.js";
import type { RowValues } from "../../../src/datasets/rows/row-source.js";
import { rowsInMemory } from "./read-rows.js";

const columns = { userId: "user", itemId: "item", timestamp: "when" };
const format = { what: "plays", columns, needed: [], valueOf: () => 2 };
const load = (rows: RowValues[], onBadRow: "throw" | "skip" = "throw", options = {}) => {
  const badRows = new BadRows(onBadRow);
  return feedbackFromRows(rowsInMemory(rows), { ...format, badRows, ...options });
};

test("numbers users and items, keeps the rows in order, and knows their lines", async () => {
  const read = await load([
    { userId: "ann", itemId: 7, timestamp: 100 },
    { userId: "bob", itemId: 7 },
    { userId: "ann", itemId: 7 },
  ]);
  expect([read.users.ids, read.items.ids]).toEqual([["ann", "bob"], [7]]);
  expect([...read.userIndices]).toEqual([0, 1, 0]);
  expect([...read.values]).toEqual([2, 2, 2]);
  expect([...read.timestamps!]).toEqual([100, Number.NaN, Number.NaN]);
  expect(read.placeOf(2)).toEqual({ source: "a.csv", line: 3 });
  expect(read.whereIs(1)).toBe("on line 2");
});

test("a bad row leaves nothing behind, not even its user", async () => {
  const rows = [
    { userId: "eve", itemId: {} },
    { userId: "ann", itemId: "x" },
  ];
  const { users, placeOf } = await load(rows, "skip");
  expect(users.ids).toEqual(["ann"]);
  expect(placeOf(0)).toMatchObject({ line: 2 });
  await expect(load(rows)).rejects.toThrow(
    'a.csv line 1, column "item": "an object (Object)" is neither a whole number nor a text; correct the row, or pass onBadRow: "skip"',
  );
});

test("a list that is deeper than a call stack is an error with its place", async () => {
  let deep: unknown = 1;
  for (let depth = 0; depth < 100_000; depth++) deep = [deep];
  await expect(load([{ userId: "ann", itemId: deep }])).rejects.toThrow(
    'a.csv line 1, column "item": "[\\"…\\"]" is neither a whole number nor a text',
  );
});

test("says what needs a timestamp, and when no row is left", async () => {
  const row = { userId: 1, itemId: 2 };
  await expect(load([row], "throw", { needsTimestamp: "halfLife" })).rejects.toThrow(
    'a.csv line 1, column "when": the row has no timestamp, which halfLife needs; correct the row, or',
  );
  await expect(load([])).rejects.toThrow("a.csv: there are no plays in the file; give a file with plays");
  await expect(load([{ userId: 1 }], "skip")).rejects.toThrow(
    /^a\.csv: no row of 1 can be read \(a\.csv line 1, column "item": the row has no value; .*\); give a file/,
  );
});
