import { expect, test, vi } from "vitest";
import { keptBySource } from "../../../../lab/sliders/source/kept-by-source.js";

test("a result is computed once, and the 200 that were used last are kept", () => {
  const compute = vi.fn((source: string) => ({ length: source.length }));
  const lengthOf = keptBySource(compute);
  const first = lengthOf("first");
  expect(lengthOf("first")).toBe(first);
  for (let cell = 0; cell < 199; cell++) lengthOf(`cell ${cell}`);
  expect(lengthOf("first")).toBe(first);
  expect(compute).toHaveBeenCalledTimes(200);

  lengthOf("another");
  expect(lengthOf("first")).toBe(first);
  expect(compute).toHaveBeenCalledTimes(201);
  lengthOf("cell 0");
  expect(compute).toHaveBeenCalledTimes(202);
});
