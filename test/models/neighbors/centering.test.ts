import { describe, expect, test } from "vitest";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { type Center, Centerings } from "../../../src/models/neighbors/centering.js";
import { Ratings } from "../../../src/ratings/ratings.js";

/** Users a and b, items x, y and z; the mean is 3. */
const ratings = Ratings.from([
  { userId: "a", itemId: "x", rating: 5 },
  { userId: "a", itemId: "y", rating: 3 },
  { userId: "b", itemId: "x", rating: 3 },
  { userId: "b", itemId: "z", rating: 1 },
]);
const arraysOf = (side: "items" | "users", center: Center) => {
  const { rowOffsets, columnOffsets, rowScales } = new Centerings(ratings, side).of(center);
  return [rowOffsets, columnOffsets, rowScales].map((array) => [...array]);
};

test.each<["items" | "users", Center, number[], number[]]>([
  ["items", "none", [0, 0, 0], [0, 0]],
  ["items", "mean", [4, 3, 1], [0, 0]],
  ["items", "item-mean", [4, 3, 1], [0, 0]],
  ["items", "user-mean", [0, 0, 0], [4, 2]],
  ["users", "mean", [4, 2], [0, 0, 0]],
  ["users", "user-mean", [4, 2], [0, 0, 0]],
  ["users", "item-mean", [0, 0], [4, 3, 1]],
])("by hand: %s, %s", (side, center, rowOffsets, columnOffsets) => {
  expect(arraysOf(side, center)).toEqual([rowOffsets, columnOffsets, rowOffsets.map(() => 1)]);
});

test("z-score divides by the standard deviation of the row, or of all ratings if it is 0", () => {
  const all = Math.sqrt((4 + 0 + 0 + 4) / 4);
  expect(arraysOf("users", "z-score")).toEqual([
    [4, 2],
    [0, 0, 0],
    [1, 1],
  ]);
  expect(arraysOf("items", "z-score")).toEqual([
    [4, 3, 1],
    [0, 0],
    [1, all, all],
  ]);
});

test("baseline subtracts the mean and the biases of Baseline", () => {
  const { itemBiases, userBiases } = new Baseline().fit(ratings);
  expect(arraysOf("items", "baseline")).toEqual([
    [...itemBiases].map((bias) => 3 + bias),
    [...userBiases],
    [1, 1, 1],
  ]);
  expect(arraysOf("users", "baseline")).toEqual([
    [...userBiases].map((bias) => 3 + bias),
    [...itemBiases],
    [1, 1],
  ]);
});

describe("a new user", () => {
  const [items, values] = [Int32Array.of(0, 2), Float64Array.of(5, 2)];
  const newUser = (side: "items" | "users", center: Center, count = 2) =>
    new Centerings(ratings, side).of(center).newUser(items.subarray(0, count), values.subarray(0, count));

  test("is centred by their own mean where users' means are subtracted", () => {
    expect(newUser("users", "mean")).toEqual({ offset: 3.5, scale: 1 });
    expect(newUser("items", "user-mean")).toEqual({ offset: 3.5, scale: 1 });
    expect(newUser("users", "z-score")).toEqual({ offset: 3.5, scale: 1.5 });
    for (const center of ["none", "item-mean"] as const)
      for (const side of ["items", "users"] as const)
        expect(newUser(side, center)).toEqual({ offset: 0, scale: 1 });
  });

  test("without ratings has the mean and the deviation of all ratings", () => {
    expect(newUser("users", "mean", 0)).toEqual({ offset: 3, scale: 1 });
    expect(newUser("users", "z-score", 0)).toEqual({ offset: 3, scale: Math.SQRT2 });
  });

  test("with the ratings of a user has nearly the user's bias", () => {
    const centering = new Centerings(ratings, "users").of("baseline");
    const folded = centering.newUser(Int32Array.of(0, 1), Float64Array.of(5, 3));
    expect(folded.offset).toBeCloseTo(centering.rowOffsets[0]!, 1);
    expect(folded.scale).toBe(1);
  });
});

test("each centring is computed once", () => {
  const centerings = new Centerings(ratings, "items");
  expect(centerings.of("baseline")).toBe(centerings.of("baseline"));
  expect(centerings.of("mean")).not.toBe(centerings.of("none"));
});
