import { expect, test } from "vitest";
import {
  checkImplicit,
  implicitHistory,
  implicitValues,
} from "../../../src/models/implicit/implicit-values.js";
import { smallRatings } from "../contract/conformance.js";

/** Ratings of the items a and b: those of a new user have user index -1. */
const history = (userIndex: number, ...values: number[]) => ({
  userIndex,
  itemIndices: Int32Array.from(values.keys()),
  values: Float64Array.from(values),
});

test("ratings count as 1, or as their value", () => {
  const values = Float64Array.of(5, 0, 3);
  expect([...implicitValues(values, { binary: true }, smallRatings)]).toEqual([1, 1, 1]);
  expect([...implicitValues(values, { binary: false }, smallRatings)]).toEqual([5, 0, 3]);
  expect([...implicitValues(values, { binary: undefined }, { kind: "ratings" })]).toEqual([1, 1, 1]);
  expect([...implicitValues(values, { binary: undefined }, { kind: "interactions" })]).toEqual([5, 0, 3]);
  expect([...values]).toEqual([5, 0, 3]);
});

test("a history is checked where its user is new, and refused with the item", () => {
  const { items } = smallRatings;
  const settings = { binary: false };
  const model = { items, ratings: smallRatings };
  expect([...implicitHistory(history(-1, 4, 0), settings, model)]).toEqual([4, 0]);
  expect(() => implicitHistory(history(-1, 4, -2), settings, model)).toThrow(
    `rating -2 of item ${items.idOf(1)} is below 0, which implicit feedback cannot be; leave such ratings out`,
  );
  expect(() => implicitHistory(history(0, 4, -2), settings, model)).not.toThrow();
});

test("ratings below 0 are refused with the first row", () => {
  expect(() => checkImplicit(smallRatings)).not.toThrow();
  const negative = smallRatings.concat([
    { userId: 10, itemId: "c", rating: 0 },
    { userId: 10, itemId: "d", rating: -1 },
    { userId: 10, itemId: "e", rating: -3 },
  ]);
  expect(() => checkImplicit(negative)).toThrow(RangeError);
  expect(() => checkImplicit(negative)).toThrow("row 14: rating -1 is below 0");
});
