import { expect, test } from "vitest";
import { descendByCoordinate } from "../../../src/kernels/item-weights/coordinate-descent.js";

/** The columns of each pass, where column 1 alone has a weight and the changes are as given. */
function passesOf(changes: readonly number[], iterations = 100): number[][] {
  const passes: number[][] = [];
  const limits = { iterations, tolerance: 0.1 };
  descendByCoordinate(Int32Array.of(0, 1, 2), limits, Float64Array.of(0, 5, 0), (columns) => {
    passes.push([...columns]);
    return { largestChange: changes[passes.length - 1] ?? 0, largest: 5 };
  });
  return passes;
}

const all = [0, 1, 2];

test("passes over the columns that have a weight, until a pass over all confirms that it has converged", () => {
  expect(passesOf([])).toEqual([all]);
  expect(passesOf([0.6, 0.6, 0.5, 0.5])).toEqual([all, [1], [1], all]);
  expect(passesOf([0.6, 0.5, 0.6])).toEqual([all, [1], all, [1], all]);
});

test("one of ten passes goes over all, and there are no more than asked for", () => {
  const some = Array.from({ length: 9 }, () => [1]);
  expect(passesOf(new Array(99).fill(1), 12)).toEqual([all, ...some, all, [1]]);
  expect(passesOf([1, 1, 1], 0)).toEqual([]);
});
