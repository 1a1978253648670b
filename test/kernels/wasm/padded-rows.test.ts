import { expect, test } from "vitest";
import { copyRowsIn, copyRowsOut, paddedWidth } from "../../../src/kernels/wasm/padded-rows.js";

test("rows are copied to where they have room, and back", () => {
  expect([0, 1, 4, 5].map((width) => paddedWidth(width, 4))).toEqual([0, 4, 4, 8]);
  const memory = new Float32Array(8);
  copyRowsIn({ values: Float64Array.of(1, 2, 3, 4, 5, 6), width: 3 }, 4, memory);
  expect([...memory]).toEqual([1, 2, 3, 0, 4, 5, 6, 0]);
  const back = new Float64Array(6);
  copyRowsOut(memory, 4, { values: back, width: 3 });
  expect([...back]).toEqual([1, 2, 3, 4, 5, 6]);
  copyRowsOut(memory.subarray(0, 6), 2, { values: back, width: 2 });
  expect([...back]).toEqual([1, 2, 3, 0, 4, 5]);
});
