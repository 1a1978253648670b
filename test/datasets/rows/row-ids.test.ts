import { expect, test } from "vitest";
import { RowIds } from "../../../src/datasets/rows/row-ids.js";
import type { Id } from "../../../src/ratings/id-index.js";

function numbered(...ids: Id[]): RowIds {
  const column = new RowIds();
  for (const id of ids) column.indexOf(id);
  return column;
}

test("numbers stay numbers, and a text makes all ids of the column texts", () => {
  expect(numbered(17, 3, 17).toIndex().ids).toEqual([17, 3]);
  expect(numbered("17", "3").toIndex().ids).toEqual(["17", "3"]);
  expect(numbered(17, "x", "17").toIndex().ids).toEqual(["17", "x"]);
});

test("a type says what they become instead", () => {
  expect(numbered(17, 3).toIndex("text").ids).toEqual(["17", "3"]);
  expect(numbered("17", 3).toIndex("number").ids).toEqual([17, 3]);
});
