import { describe, expect, test } from "vitest";
import { areaUnderCurve } from "../../../../src/evaluation/metrics/area-under-curve.js";
import { random } from "../../../../src/math/random.js";
import { Bpr } from "../../../../src/models/factors/negative-sampling/bpr.js";
import { drawUnrated } from "../../../../src/models/factors/negative-sampling/draw-unrated.js";
import { holdBack } from "../../../../src/models/training/early-stopping.js";
import { sortedRows } from "../../../../src/sparse/sorted-rows.js";
import { conformance, smallRatings } from "../../contract/conformance.js";
import { camps } from "./camps.js";

conformance(new Bpr({ factors: 3, iterations: 5 }));
conformance(new Bpr({ factors: 2, iterations: 3, biased: false, generator: "numpy" }));

describe("Bpr", () => {
  test("compares only with items that the user has not rated, each as often as the others", () => {
    const { byUser } = smallRatings;
    const rated = sortedRows(byUser);
    const draws = random({ seed: 1 });
    const others = new Int32Array(smallRatings.count);
    const counts = byUser.starts.slice(1).map(() => 0);
    const seen = Array.from(counts, () => new Map<number, number>());
    const ROUNDS = 6000;
    for (let round = 0; round < ROUNDS; round++) {
      drawUnrated(rated, draws, others);
      for (let user = 0; user < byUser.rowCount; user++) {
        for (let k = byUser.starts[user]!; k < byUser.starts[user + 1]!; k++)
          seen[user]!.set(others[k]!, (seen[user]!.get(others[k]!) ?? 0) + 1);
      }
    }
    for (const [user, times] of seen.entries()) {
      const own = [...byUser.indices.subarray(byUser.starts[user], byUser.starts[user + 1])];
      const unrated = [0, 1, 2, 3, 4].filter((item) => !own.includes(item));
      expect([...times.keys()].sort()).toEqual(unrated);
      const expected = (ROUNDS * own.length) / unrated.length;
      for (const count of times.values())
        expect(Math.abs(count - expected)).toBeLessThan(5 * Math.sqrt(expected));
    }
  });

  const fitted = new Bpr({ factors: 4, iterations: 200 }).fit(camps);

  test("sees two camps, and fills in what is missing", () => {
    expect(fitted.predict(0, 0)).toBeGreaterThan(fitted.predict(0, 1) + 1);
    expect(fitted.similarItems(0, { count: 3 }).every(({ itemId }) => Number(itemId) % 2 === 0)).toBe(true);
    const newUser = fitted.foldIn([{ itemId: 1, rating: 1 }]);
    expect(newUser.predict(3)).toBeGreaterThan(newUser.predict(2));
    expect(fitted.inStars).toBe(false);
  });

  test("puts what is rated above what is not, more so with more passes", () => {
    const rankedRight = (iterations: number) => {
      const model = new Bpr({ factors: 4, iterations }).fit(smallRatings);
      const areas = smallRatings.users.ids.map((userId) => {
        const items = smallRatings.items.ids;
        const scores = Float64Array.from(items, (itemId) => model.predict(userId, itemId));
        const isRelevant = Uint8Array.from(items, (itemId) => +(smallRatings.get(userId, itemId) > 0));
        return areaUnderCurve(scores, { isRelevant, relevantCount: smallRatings.ofUser(userId).length });
      });
      return areas.reduce((sum, area) => sum + area, 0) / areas.length;
    };
    expect(rankedRight(300)).toBe(1);
    expect(rankedRight(1)).toBeLessThan(0.9);
  });

  test("who is folded in with a user's ratings is ranked for as the user is", () => {
    const best = (items: readonly { itemId: unknown }[]) => items.map(({ itemId }) => itemId).sort();
    const options = { count: 5, excludeSeen: false };
    for (const userId of [0, 1, 5, 8])
      expect(best(fitted.foldIn(camps.ofUser(userId)).recommend(options))).toEqual(
        best(fitted.recommend(userId, options)),
      );
  });

  test("a user without ratings gets the biases of items, or NaN without biases", () => {
    const newUser = fitted.foldIn([]);
    expect(newUser.predict(4)).toBe(fitted.learned.itemBiases[camps.items.indexOf(4)]);
    expect(new Bpr({ biased: false }).fit(camps).foldIn([]).predict(4)).toBeNaN();

    const { kept } = holdBack(smallRatings, { validation: 0.6, seed: 1, generator: "reelbook" });
    const without = kept.users.ids.filter((userId) => kept.ofUser(userId).length === 0);
    expect(without.length).toBeGreaterThan(0);
    const [biased, plain] = [true, false].map((biased) => new Bpr({ biased }).fit(kept));
    for (const userId of without) {
      expect(biased!.predict(userId, "a")).toBe(biased!.foldIn([]).predict("a"));
      expect(plain!.recommend(userId)).toEqual([]);
    }
  });

  test("a user who has rated everything teaches nothing and is no obstacle", () => {
    const all = smallRatings.concat(
      smallRatings.items.ids.map((itemId) => ({ userId: 70, itemId, rating: 3, timestamp: 1 })),
    );
    const model = new Bpr({ factors: 2, iterations: 3 }).fit(all);
    expect(model.recommend(70)).toEqual([]);
    expect(model.predict(70, "a")).not.toBeNaN();
    expect(model.foldIn(all.ofUser(70)).recommend()).toEqual([]);
    const plain = new Bpr({ factors: 2, iterations: 3, biased: false }).fit(all);
    expect(plain.foldIn(all.ofUser(70)).predict("a")).toBeNaN();
  });

  test("another seed learns other numbers, the same one the same", () => {
    const of = (seed: number) =>
      new Bpr({ factors: 2, iterations: 2, seed }).fit(smallRatings).predict(10, "e");
    expect(of(1)).toBe(of(1));
    expect(of(1)).not.toBe(of(2));
  });

  test("refuses ratings and settings that make no sense", () => {
    const negative = smallRatings.concat([{ userId: 1, itemId: "a", rating: -1 }]);
    expect(() => new Bpr().fit(negative)).toThrow("row 13: rating -1 is below 0");
    expect(() => fitted.foldIn([{ itemId: 0, rating: -2 }])).toThrow("rating -2 of item 0 is below 0");
    const full = camps.filter(({ userId, itemId }) => userId === 0 && itemId === 2);
    expect(() => new Bpr().fit(full)).toThrow(
      "all 1 users have rated all 1 items, so there are no negative samples",
    );
    expect(() =>
      new Bpr({ learningRate: 200, regularization: 1, iterations: 300 }).fit(smallRatings),
    ).toThrow(/Bpr diverged in iteration \d+: .* set learningRate below 200/);
    expect(() => new Bpr({ regularization: -1 })).toThrow("regularization: -1");
    expect(() => new Bpr({ learningRate: Number.NaN })).toThrow("learningRate: NaN");
    expect(() => new Bpr({ iterations: 0 })).toThrow("iterations: 0");
  });
});
