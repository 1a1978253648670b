import { expect, test } from "vitest";
import { IdIndex } from "../../src/ratings/id-index.js";
import { indicesIn } from "../../src/ratings/indices-in.js";

test("indices are translated by their ids, and -1 where the id is unknown", () => {
  const from = IdIndex.from(["a", "b", "c"]);
  const to = IdIndex.from(["c", 1, "a"]);
  expect([...indicesIn(to, from, Int32Array.of(2, 0, 0, 1))]).toEqual([0, 2, 2, -1]);
});
