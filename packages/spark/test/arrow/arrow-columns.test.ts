import { Field, Float32, Int64, List, Table, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";
import { expect, test } from "vitest";
import { ArrowBatch } from "../../src/arrow/arrow-columns.js";

function batch(columns: Record<string, any>): ArrowBatch {
  return new ArrowBatch(tableToIPC(new Table(columns), "stream"));
}

test("64-bit counts become numbers, and NULL becomes NaN", () => {
  const rows = batch({ count: vectorFromArray([1n, null, 3n], new Int64()) });
  expect([...rows.numbers("count")]).toEqual([1, Number.NaN, 3]);
});

test("texts keep their NULL", () => {
  const rows = batch({ name: vectorFromArray(["a", null], new Utf8()) });
  expect(rows.texts("name")).toEqual(["a", undefined]);
});

test("lists of factors become one array", () => {
  const type = new List(new Field("element", new Float32(), true));
  const features = vectorFromArray(
    [
      [0.5, 1],
      [2, 3],
    ],
    type,
  );
  expect([...batch({ features }).vectors("features")]).toEqual([0.5, 1, 2, 3]);
});

test("an empty batch has columns of no rows, and a missing column is an error", () => {
  const rows = batch({ id: vectorFromArray([], new Int64()) });
  expect(rows.rowCount).toBe(0);
  expect(rows.numbers("id").length).toBe(0);
  expect(() => rows.numbers("score")).toThrow('no column "score"');
});
