import { expect, test } from "vitest";
import { FeatureTable } from "../../../src/models/trees/feature-table.js";

const table = FeatureTable.from(
  [
    [1, 2, 3],
    [4, Number.NaN, 6],
  ],
  ["a", "b", "c"],
);

test("gives rows and columns by their place and name", () => {
  expect([...table.row(1)]).toEqual([4, Number.NaN, 6]);
  expect(table.column("b")).toEqual(Float64Array.of(2, Number.NaN));
  expect(() => table.column("d")).toThrow('there is no feature "d"; there are a, b, c');
});

test("keeps some features, in the order that is asked for", () => {
  const some = table.select(["c", "a"]);
  expect(some.names).toEqual(["c", "a"]);
  expect([...some.values]).toEqual([3, 1, 6, 4]);
  expect(table.select([]).names).toEqual([]);
  expect(() => table.select(["a", "e"])).toThrow('there is no feature "e"');
  expect(() => table.select(["a", "a"])).toThrow('"a" is repeated');
});

test("takes more features after its own", () => {
  const more = table.with({ d: [7, 8], e: Float64Array.of(9, 10) });
  expect(more.names).toEqual(["a", "b", "c", "d", "e"]);
  expect([...more.values]).toEqual([1, 2, 3, 7, 9, 4, Number.NaN, 6, 8, 10]);
  expect([...table.values]).toEqual([1, 2, 3, 4, Number.NaN, 6]);
  expect(() => table.with({ d: [7] })).toThrow("d: there are 1 for 2 rows; give one for each");
  expect(() => table.with({ a: [7, 8] })).toThrow('"a" is repeated');
});
