import { expect, test } from "vitest";
import { ArrowBatch } from "../../src/arrow/arrow-columns.js";
import { arrowRows } from "../../src/arrow/arrow-rows.js";

test("columns survive the way through Arrow, with Spark's names of their types", () => {
  const { data, schema } = arrowRows({ userId: Int32Array.of(3, -1), rating: Float64Array.of(0.5, 4) });
  expect(schema).toBe("userId INT, rating DOUBLE");
  const batch = new ArrowBatch(data);
  expect(batch.rowCount).toBe(2);
  expect([...batch.integers("userId")]).toEqual([3, -1]);
  expect([...batch.numbers("rating")]).toEqual([0.5, 4]);
});
