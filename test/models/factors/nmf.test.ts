import { expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { Nmf } from "../../../src/models/factors/nmf.js";
import { nmfPass } from "../../../src/reference/factors/nmf.js";
import { conformance, smallRatings } from "../contract/conformance.js";
import { indexedRatings } from "./indexed-ratings.js";

conformance(new Nmf({ factors: 3, iterations: 5 }));

test("refuses ratings below 0", () => {
  const negative = smallRatings.concat([{ userId: 1, itemId: "a", rating: -1 }]);
  expect(() => new Nmf().fit(negative)).toThrow(
    "row 13: rating -1 is below 0; Nmf needs ratings of at least 0",
  );
});

test("learns the numbers of the reference, none below 0", () => {
  const { byUser, users, items } = smallRatings;
  const fitted = new Nmf({ factors: 2, iterations: 3, regularization: 0.1, initialScale: 2, seed: 4 }).fit(
    smallRatings,
  );
  const draws = random({ seed: 4 });
  const start = (count: number) =>
    Array.from({ length: count }, () => [2 * draws.uniform(), 2 * draws.uniform()]);
  let factors = { userFactors: start(users.size), itemFactors: start(items.size) };
  for (let round = 0; round < 3; round++)
    factors = nmfPass(indexedRatings(byUser), factors.userFactors, factors.itemFactors, 0.1);
  for (const name of ["userFactors", "itemFactors"] as const) {
    for (const [k, value] of factors[name].flat().entries()) {
      expect(fitted.learned[name][k]).toBeCloseTo(value, 12);
      expect(fitted.learned[name][k]).toBeGreaterThanOrEqual(0);
    }
  }
});
