import { expect, test } from "vitest";
import { IdIndex } from "../../src/ratings/id-index.js";

test("ids are numbered by first appearance", () => {
  const index = IdIndex.from([50, 172, 50, 133]);
  expect(index.size).toBe(3);
  expect(index.ids).toEqual([50, 172, 133]);
  expect(index.indexOf(133)).toBe(2);
  expect(index.idOf(1)).toBe(172);
});

test("a number and its text are two ids, and an unknown id has no index", () => {
  const index = IdIndex.from([1, "1"]);
  expect(index.indexOf("1")).toBe(1);
  expect(index.indexOf("2")).toBe(-1);
  expect(index.has(2)).toBe(false);
  expect(() => index.idOf(2)).toThrow("index 2 is not one of 0 to 1");
});
