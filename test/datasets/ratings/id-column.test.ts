import { expect, test } from "vitest";
import { IdColumn } from "../../../src/datasets/ratings/id-column.js";

test("IdColumn numbers ids as they come, small, large, negative and texts alike", () => {
  const column = new IdColumn();
  const ids = [7, 4194304, -1, 7, "x", 4194303, "x", 4194304, -1, 1024];
  expect(ids.map((id) => column.indexOf(id))).toEqual([0, 1, 2, 0, 3, 4, 3, 1, 2, 5]);
  expect(column.toIndex().ids).toEqual(["7", "4194304", "-1", "x", "4194303", "1024"]);
});

test("IdColumn keeps numbers where no id is a text", () => {
  const column = new IdColumn();
  for (const id of [3, 5000, 3]) column.indexOf(id);
  expect(column.toIndex().ids).toEqual([3, 5000]);
});

test("IdColumn.replaceIds puts indices in the place of ids, and stops at the first that is not known", () => {
  const ids = Int32Array.of(5, 3000, 5, 9, 5);
  expect(new IdColumn(new Set([3000, 5])).replaceIds(ids)).toBe(3);
  expect([...ids]).toEqual([0, 1, 0, 9, 5]);
  const all = Int32Array.of(8, 8, 2);
  expect(new IdColumn().replaceIds(all)).toBe(3);
  expect([...all]).toEqual([0, 0, 1]);
});

test("IdColumn with known texts takes the number of the same letters for one of them", () => {
  const column = new IdColumn(new Set(["17", "tt1"]));
  expect([column.indexOf(17), column.indexOf("tt1"), column.indexOf("tt2"), column.indexOf(18)]).toEqual([
    0, 1, -1, -1,
  ]);
  expect(column.toIndex().ids).toEqual(["17", "tt1"]);
});
