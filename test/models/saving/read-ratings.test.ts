import { describe, expect, test } from "vitest";
import type { SavedArray } from "../../../src/models/contract/model.js";
import type { ModelHeader } from "../../../src/models/saving/model-header.js";
import { readRatings } from "../../../src/models/saving/read-ratings.js";

const header: ModelHeader = {
  ...{ model: "Baseline", settings: {}, moreItemIds: ["z"], parts: [], arrays: [] },
  userIds: [10, 20],
  itemIds: ["a", "b"],
  scale: { min: 1, max: 5 },
};
const columns = {
  userIndices: Int32Array.of(0, 1, 0),
  itemIndices: Int32Array.of(0, 0, 1),
  values: Float64Array.of(5, 3, 1),
};
const timestamps = Float64Array.of(100, Number.NaN, 300);

describe("readRatings", () => {
  test("gives the ratings with their scale, without a copy of the columns", () => {
    const ratings = readRatings(header, { ...columns, timestamps });
    expect(ratings.values).toBe(columns.values);
    expect(ratings.scale).toEqual({ min: 1, max: 5 });
    expect([...ratings]).toEqual([
      { userId: 10, itemId: "a", rating: 5, timestamp: 100 },
      { userId: 20, itemId: "a", rating: 3, timestamp: Number.NaN },
      { userId: 10, itemId: "b", rating: 1, timestamp: 300 },
    ]);
    expect(readRatings(header, columns).timestamps).toBeUndefined();
  });

  test("takes no ratings: trees are saved with none", () => {
    const none = {
      userIndices: new Int32Array(0),
      itemIndices: new Int32Array(0),
      values: new Float64Array(0),
    };
    expect(readRatings({ ...header, userIds: [], itemIds: [] }, none).count).toBe(0);
  });

  test.each<[what: string, changed: Record<string, SavedArray>]>([
    ["a user too few", { userIndices: Int32Array.of(0, 1) }],
    ["an item too many", { itemIndices: Int32Array.of(0, 0, 1, 1) }],
    ["a timestamp too few", { timestamps: Float64Array.of(100, 200) }],
    ["timestamps of another type", { timestamps: Int32Array.of(100, 200, 300) }],
    ["values of another type", { values: Int32Array.of(5, 3, 1) }],
    ["users of another type", { userIndices: Float64Array.of(0, 1, 0) }],
    ["a user that there is not", { userIndices: Int32Array.of(0, 2, 0) }],
    ["a negative user", { userIndices: Int32Array.of(-1, 1, 0) }],
    ["an item beyond those of the ratings", { itemIndices: Int32Array.of(0, 0, 2) }],
    ["a negative item", { itemIndices: Int32Array.of(0, 0, -1) }],
    ["a rating above the scale", { values: Float64Array.of(5.5, 3, 1) }],
    ["a rating below the scale", { values: Float64Array.of(5, 3, 0.5) }],
    ["a rating that is no number", { values: Float64Array.of(5, Number.NaN, 1) }],
    ["a pair that comes twice", { itemIndices: Int32Array.of(0, 0, 0) }],
  ])("refuses %s", (_, changed) => {
    expect(() => readRatings(header, { ...columns, ...changed })).toThrow(RangeError);
    expect(() => readRatings(header, { ...columns, ...changed })).toThrow(
      "saved model: its ratings do not fit together",
    );
  });

  test.each(["userIndices", "itemIndices", "values"] as const)("refuses ratings without %s", (name) => {
    const { [name]: _, ...others } = columns;
    expect(() => readRatings(header, others)).toThrow("saved model: its ratings");
  });
});
