import { describe, expect, test, vi } from "vitest";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { ItemKnn, type ItemKnnSettings } from "../../../src/models/neighbors/item-knn.js";
import { SIMILARITIES } from "../../../src/models/neighbors/knn-settings.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new ItemKnn());
conformance(new ItemKnn({ similarity: "msd", neighbors: 1, center: "mean" }));
conformance(new ItemKnn({ similarity: "pearson-baseline", center: "baseline", minNeighbors: 2 }));
conformance(
  new ItemKnn({ similarity: "adjusted-cosine", center: "z-score", positiveOnly: false, neighbors: Infinity }),
);
conformance(new ItemKnn({ similarity: "euclidean", aggregate: "sum", center: "user-mean" }));
conformance(new ItemKnn({ similarity: "conditional", aggregate: "mean", keep: 2, shrinkage: 3 }));
conformance(new ItemKnn({ similarity: "msd", center: "z-score", damping: 0.5 }));
conformance(new ItemKnn({ similarity: "adjusted-cosine", activityPower: 0.7, aggregate: "sum" }));

/** Three users, three items; every number below is worked out on paper. */
const ratings = Ratings.from([
  { userId: "ann", itemId: "x", rating: 5 },
  { userId: "ann", itemId: "y", rating: 3 },
  { userId: "bob", itemId: "x", rating: 3 },
  { userId: "bob", itemId: "y", rating: 1 },
  { userId: "bob", itemId: "z", rating: 4 },
  { userId: "cat", itemId: "y", rating: 2 },
  { userId: "cat", itemId: "z", rating: 5 },
]);

describe("ItemKnn", () => {
  test("fits the baseline once for similarities and centring, and once more when it is restored", () => {
    const fit = vi.spyOn(Baseline.prototype, "fit");
    const fitted = new ItemKnn({ similarity: "pearson-baseline", center: "baseline" }).fit(smallRatings);
    expect(fit).toHaveBeenCalledTimes(1);
    modelFromBuffer(modelToBuffer(fitted));
    expect(fit).toHaveBeenCalledTimes(2);
    fit.mockRestore();
  });

  test("weighs the user's ratings by similarity", () => {
    const fitted = new ItemKnn({ similarity: "jaccard" }).fit(ratings);
    const xz = 1 / 3;
    const yz = 2 / 3;
    expect(fitted.predict("ann", "z")).toBeCloseTo((xz * 5 + yz * 3) / (xz + yz), 12);
    expect(fitted.explain("ann", "z")).toEqual({
      base: 0,
      contributions: [
        { itemId: "y", rating: 3, share: expect.closeTo(yz * 3, 12) },
        { itemId: "x", rating: 5, share: expect.closeTo(xz * 5, 12) },
      ],
    });
  });

  test("uses at most `neighbors` neighbours, and gives NaN with fewer than `minNeighbors`", () => {
    expect(new ItemKnn({ similarity: "jaccard", neighbors: 1 }).fit(ratings).predict("ann", "z")).toBe(3);
    const strict = new ItemKnn({ similarity: "jaccard", minNeighbors: 3 }).fit(ratings);
    expect(strict.predict("ann", "z")).toBeNaN();
    expect(new ItemKnn({ similarity: "jaccard", minCommon: 2 }).fit(ratings).predict("ann", "z")).toBe(3);
  });

  test("centres, averages and sums", () => {
    const means = { x: 4, y: 2, z: 4.5 };
    const centred = new ItemKnn({ similarity: "jaccard", center: "mean" }).fit(ratings);
    expect(centred.predict("ann", "z")).toBeCloseTo(
      means.z + ((1 / 3) * (5 - means.x) + (2 / 3) * (3 - means.y)),
      12,
    );
    expect(new ItemKnn({ similarity: "jaccard", aggregate: "mean" }).fit(ratings).predict("ann", "z")).toBe(
      4,
    );
    const sum = new ItemKnn({ similarity: "jaccard", aggregate: "sum" }).fit(ratings);
    expect(sum.predict("ann", "z")).toBeCloseTo(5 / 3 + 2, 12);
    expect(sum.inStars).toBe(false);
  });

  test("damping shrinks the score from few, hardly similar neighbours towards the mean", () => {
    const damped = new ItemKnn({ similarity: "jaccard", center: "mean", damping: 0.5 }).fit(ratings);
    const residuals = [(1 / 3) * (5 - 4), (2 / 3) * (3 - 2)] as const;
    expect(damped.predict("ann", "z")).toBeCloseTo(4.5 + (residuals[0] + residuals[1]) / (1 + 0.5), 12);
    expect(damped.explain("ann", "z")).toEqual({
      base: 4.5,
      contributions: [
        { itemId: "y", rating: 3, share: expect.closeTo(residuals[1] / 1.5, 12) },
        { itemId: "x", rating: 5, share: expect.closeTo(residuals[0] / 1.5, 12) },
      ],
    });
    const plain = new ItemKnn({ similarity: "jaccard", center: "mean", aggregate: "mean", damping: 2 });
    expect(plain.fit(ratings).predict("ann", "z")).toBeCloseTo(4.5 + (1 + 1) / (2 + 2), 12);
  });

  test("a rating below the user's mean counts against similar items", () => {
    const fitted = new ItemKnn({ similarity: "jaccard", aggregate: "sum", center: "user-mean" }).fit(ratings);
    expect(fitted.predict("ann", "z")).toBeCloseTo(4 + (1 / 3) * 1 + (2 / 3) * -1, 12);
  });

  test("activityPower lowers the weight of active users in similarities", () => {
    // ann has two ratings, bob three, cat two: with power 1 they weigh 1/2, 1/3 and 1/2.
    const [nearest] = new ItemKnn({ activityPower: 1 }).fit(ratings).similarItems("x");
    const common = (5 * 3) / 2 + (3 * 1) / 3;
    const lengths = Math.sqrt((25 / 2 + 9 / 3) * (9 / 2 + 1 / 3 + 4 / 2));
    expect(nearest).toEqual({ itemId: "y", similarity: expect.closeTo(common / lengths, 12), common: 2 });
    expect(() => new ItemKnn({ similarity: "jaccard", activityPower: 1 })).toThrow(
      'activityPower: 1 has no effect on "jaccard"; take one of cosine, cosine-common, adjusted-cosine, pearson-baseline',
    );
  });

  test("similarItems has the number of common raters, and the distance if the similarity is one", () => {
    const fitted = new ItemKnn({ similarity: "euclidean" }).fit(ratings);
    expect(fitted.similarItems("x", { count: 1 })).toEqual([
      { itemId: "z", similarity: 1 / 2, distance: 1, common: 1 },
    ]);
    expect(fitted.similarItems("y").map(({ itemId, distance }) => [itemId, distance])).toEqual([
      ["x", Math.sqrt(8)],
      ["z", Math.sqrt(18)],
    ]);
    expect(() => fitted.similarItems("nothing")).toThrow('item "nothing" is not among the 3 items');
  });

  test("keep bounds what is stored for an item, equal similarities by index", () => {
    const all = new ItemKnn({ similarity: "cosine" }).fit(smallRatings);
    const two = new ItemKnn({ similarity: "cosine", keep: 2 }).fit(smallRatings);
    for (const itemId of smallRatings.items.ids) {
      expect(two.similarItems(itemId)).toEqual(all.similarItems(itemId, { count: 2 }));
    }
  });

  test("no similarity is one of an item with itself", () => {
    for (const similarity of SIMILARITIES) {
      const fitted = new ItemKnn({ similarity }).fit(smallRatings);
      for (const itemId of smallRatings.items.ids) {
        expect(fitted.similarItems(itemId).map((other) => other.itemId)).not.toContain(itemId);
      }
    }
  });

  test("constant ratings have no correlation, and without enough common raters there are no scores", () => {
    const flat = Ratings.from(
      [1, 2, 3].flatMap((userId) => ["p", "q"].map((itemId) => ({ userId, itemId, rating: 3 }))),
    );
    const fitted = new ItemKnn({ similarity: "pearson" }).fit(flat);
    expect(fitted.similarItems("p")).toEqual([]);
    expect(fitted.predict(1, "q")).toBeNaN();
    expect(new ItemKnn({ minCommon: 9 }).fit(smallRatings).recommend(10)).toEqual([]);
  });

  test("pearson-baseline shrinks by n − 1 common raters, by 100 unless set otherwise", () => {
    const rows = [5, 4, 1, 2].flatMap((rating, user) => [
      { userId: user, itemId: "x", rating },
      { userId: user, itemId: "y", rating: rating > 2 ? 5 : 1 },
      { userId: user, itemId: "z", rating: 3 },
    ]);
    const similarity = (settings: Partial<ItemKnnSettings>) =>
      new ItemKnn({ similarity: "pearson-baseline", ...settings })
        .fit(Ratings.from(rows))
        .similarItems("x")
        .find(({ itemId }) => itemId === "y")!.similarity;
    const plain = similarity({ shrinkage: 0 });
    expect(plain).toBeGreaterThan(0.5);
    // Four users rated both: 3 / (3 + shrinkage).
    expect(similarity({ shrinkage: 6 })).toBeCloseTo((plain * 3) / 9, 12);
    expect(similarity({})).toBeCloseTo((plain * 3) / 103, 12);
  });

  test("settings out of range are named with their value", () => {
    expect(() => new ItemKnn({ neighbors: 0 })).toThrow(
      "neighbors: 0 is not a whole number of at least 1, or Infinity",
    );
    expect(() => new ItemKnn({ similarity: "cosin" as never })).toThrow(
      'similarity: "cosin" is none of "cosine"',
    );
    expect(() => new ItemKnn({ shrinkage: -1 })).toThrow("shrinkage: -1 is not a number of at least 0");
    expect(() => new ItemKnn({ center: "median" as never })).toThrow('center: "median" is none of "none"');
    expect(() => new ItemKnn({ minCommon: 1.5 })).toThrow("minCommon: 1.5");
    expect(() => new ItemKnn({ damping: 1 })).toThrow(
      'damping: 1 has no effect with center "none" and aggregate "weighted-mean"; set center to',
    );
    expect(() => new ItemKnn({ damping: 1, center: "mean", aggregate: "sum" })).toThrow("damping: 1");
  });
});
