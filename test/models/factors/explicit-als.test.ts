import { describe, expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { ExplicitAls } from "../../../src/models/factors/explicit-als.js";
import { startNormal } from "../../../src/models/factors/start-factors.js";
import { normalEquations, solveEquations } from "../../../src/reference/factors/als-side.js";
import { conformance, smallRatings } from "../contract/conformance.js";
import { indexedRatings } from "./indexed-ratings.js";

conformance(new ExplicitAls({ factors: 3, iterations: 3 }));
conformance(new ExplicitAls({ factors: 2, iterations: 2, biased: false, regularization: 0 }));

describe.each([true, false])("ExplicitAls with biased: %s", (biased) => {
  const [width, regularization] = [2, 0.3];
  const { users, items, mean } = smallRatings;
  const baseline = new Baseline().fit(smallRatings);
  const rows = indexedRatings(smallRatings.byUser);
  const biasOf = ({ user, item }: { user: number; item: number }) =>
    biased ? mean + baseline.userBiases[user]! + baseline.itemBiases[item]! : 0;

  /** Solves for the factors of one side, given those of the other, by the reference. */
  function solved(of: "user" | "item", other: "user" | "item", factors: readonly number[][]): number[][] {
    const zeros = Array.from({ length: width }, () => Array<number>(width).fill(0));
    return Array.from({ length: of === "user" ? users.size : items.size }, (_, index) => {
      const own = rows.filter((row) => row[of] === index);
      const equations = own.map((row) => ({
        factors: factors[row[other]]!,
        weight: 1,
        target: row.rating - biasOf(row),
      }));
      return solveEquations(normalEquations(equations, zeros, own.length * regularization));
    });
  }

  test("solves for users, then for items, and at the end for users, as the reference does", () => {
    const settings = { factors: width, iterations: 2, regularization, biased, seed: 3 };
    const { learned } = new ExplicitAls(settings).fit(smallRatings);
    const flat = [...startNormal(random({ seed: 3 }), items.size * width, 0.1)];
    let itemFactors = items.ids.map((_, item) => flat.slice(item * width, (item + 1) * width));
    let userFactors: number[][] = [];
    for (let round = 0; round < 2; round++) {
      userFactors = solved("user", "item", itemFactors);
      itemFactors = solved("item", "user", userFactors);
    }
    userFactors = solved("user", "item", itemFactors);
    for (const [k, value] of userFactors.flat().entries())
      expect(learned.userFactors[k]).toBeCloseTo(value, 10);
    for (const [k, value] of itemFactors.flat().entries())
      expect(learned.itemFactors[k]).toBeCloseTo(value, 10);
  });

  test("folding in a known user's ratings gives the user's own scores", () => {
    const fitted = new ExplicitAls({ factors: width, iterations: 3, biased }).fit(smallRatings);
    for (const userId of users.ids) {
      const folded = fitted.foldIn(smallRatings.ofUser(userId));
      for (const itemId of items.ids)
        expect(folded.predict(itemId)).toBeCloseTo(fitted.predict(userId, itemId), 12);
    }
  });

  test("a prediction adds mean, biases and the product of factors", () => {
    const fitted = new ExplicitAls({ factors: 1, biased }).fit(smallRatings);
    const { userFactors, itemFactors } = fitted.learned;
    for (const row of rows) {
      const expected = biasOf(row) + userFactors[row.user]! * itemFactors[row.item]!;
      expect(fitted.predict(users.idOf(row.user), items.idOf(row.item))).toBeCloseTo(expected, 12);
    }
  });
});
