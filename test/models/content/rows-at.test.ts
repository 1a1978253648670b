import { expect, test } from "vitest";
import { rowsAt } from "../../../src/models/content/rows-at.js";
import { IdIndex } from "../../../src/ratings/id-index.js";
import { sparse, tableOf } from "../../sparse/matrices.js";

test("rows are at the place of their id, and ids without one have an empty row", () => {
  const rows = sparse([
    [1, 0],
    [2, 3],
  ]);
  const wanted = IdIndex.from(["b", "x", "a", 5]);
  expect(tableOf(rowsAt(rows, IdIndex.from(["a", "b"]), wanted))).toEqual([
    [2, 3],
    [0, 0],
    [1, 0],
    [0, 0],
  ]);
});
