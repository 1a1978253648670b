import { expect, test } from "vitest";
import { sparkIds } from "../../src/session/spark-ids.js";

test("integers of 32 bits stay as they are", () => {
  expect([...sparkIds([1, -(2 ** 31), 2 ** 31 - 1], "user")]).toEqual([1, -(2 ** 31), 2 ** 31 - 1]);
});

test.each([
  ["anna", '"anna"'],
  [2 ** 31, "2147483648"],
  [1.5, "1.5"],
])("the id %s is an error", (id, shown) => {
  expect(() => sparkIds([1, id], "item")).toThrow(
    `the item id ${shown} is not an integer of 32 bits, as Spark's ALS needs; number the items`,
  );
});
