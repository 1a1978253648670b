import { describe, expect, test } from "vitest";
import type { SavedModel } from "../../../src/models/contract/model.js";
import {
  invalidModelError,
  savedNumbers,
  savedRows,
  savedSimilarities,
  stateOfRows,
} from "../../../src/models/contract/saved-model.js";
import { sparse } from "../../sparse/matrices.js";
import { smallRatings } from "./conformance.js";

const saved = (arrays: SavedModel["arrays"]): SavedModel => ({
  settings: {},
  ratings: smallRatings,
  items: smallRatings.items,
  arrays,
  parts: [],
  names: [],
});

describe("savedNumbers", () => {
  test("returns the array of this name", () => {
    const biases = Float64Array.of(1, 2);
    expect(savedNumbers(saved({ biases }), "biases", 2)).toBe(biases);
  });

  test.each([
    [{}, "biases is nothing instead of 2 numbers"],
    [{ biases: Float64Array.of(1) }, "biases is Float64Array of 1 instead of 2 numbers"],
    [{ biases: Int32Array.of(1, 2) }, "biases is Int32Array of 2 instead of 2 numbers"],
  ])("refuses %j", (arrays, message) => {
    expect(() => savedNumbers(saved(arrays), "biases", 2)).toThrow(message);
  });
});

describe("savedRows", () => {
  const matrix = sparse([
    [1, 0, 2],
    [0, 3, 0],
  ]);
  const state = stateOfRows(matrix);

  test("restores what stateOfRows saves", () => {
    const restored = savedRows(saved(state), { rowCount: 2, columnCount: 3 });
    expect(restored).toEqual(matrix);
  });

  test.each<[string, SavedModel["arrays"]]>([
    ["no arrays", {}],
    ["another type", { ...state, indices: Float64Array.from(state.indices!) }],
    ["too few rows", { ...state, starts: Int32Array.of(0, 3) }],
    ["a first start that is not 0", { ...state, starts: Int32Array.of(1, 2, 3) }],
    ["starts that descend", { ...state, starts: Int32Array.of(0, 4, 3) }],
    ["a last start that is not the number of entries", { ...state, starts: Int32Array.of(0, 2, 2) }],
    ["too few values", { ...state, values: Float64Array.of(1, 2) }],
    ["a column that the matrix lacks", { ...state, indices: Int32Array.of(0, 3, 1) }],
    ["a negative column", { ...state, indices: Int32Array.of(0, -1, 1) }],
  ])("refuses %s", (_, arrays) => {
    expect(() => savedRows(saved(arrays), { rowCount: 2, columnCount: 3 })).toThrow(
      "saved model: its rows do not fit together",
    );
  });

  test("similarities are square", () => {
    expect(() => savedSimilarities(saved(state), 2)).toThrow("its rows do not fit together");
    expect(
      savedSimilarities(
        saved(
          stateOfRows(
            sparse([
              [0, 1],
              [1, 0],
            ]),
          ),
        ),
        2,
      ).columnCount,
    ).toBe(2);
  });
});

test("the error names the problem and what to do", () => {
  expect(invalidModelError("x is y").message).toBe(
    "saved model: x is y; save the model again with modelToBuffer or saveModel",
  );
});
