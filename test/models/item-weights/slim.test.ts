import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { Ease } from "../../../src/models/item-weights/ease.js";
import { Slim } from "../../../src/models/item-weights/slim.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { elasticNet } from "../../../src/reference/elastic-net.js";
import { datasetTest } from "../../dataset-test.js";
import { madeUpRatings } from "../../evaluation/made-up-ratings.js";
import { table46Row } from "../../table-46.js";
import { conformance, smallRatings } from "../contract/conformance.js";
import { tableOf, weightsOf } from "./item-item-tables.js";

conformance(new Slim());
conformance(new Slim({ regularization: 1, l1Regularization: 0.1, keep: 1, binary: false }));
conformance(
  new Slim({ regularization: 0.5, positiveOnly: false, activityPower: 0.25, popularityPower: 0.1 }),
);

/**
 * scikit-learn's weights of some movies of ml-latest-small; test/golden/make-elastic-net.py made
 * them.
 */
interface Golden {
  readonly least: number;
  readonly cases: readonly {
    readonly settings: { readonly [setting: string]: number | boolean };
    readonly weightsTo: Readonly<Record<string, Readonly<Record<string, number>>>>;
  }[];
}
const golden: Golden = JSON.parse(
  readFileSync(new URL("../../golden/elastic-net.json", import.meta.url), "utf8"),
);

describe("Slim", () => {
  test("weighs as worked out on paper", () => {
    // One user has both items, one user each has one: x·y = 1, y·y = 2, (1 − 0.25) / (2 + 1) both
    // ways.
    const three = Ratings.from([
      { userId: "ann", itemId: "x", rating: 5 },
      { userId: "ann", itemId: "y", rating: 1 },
      { userId: "bob", itemId: "x", rating: 2 },
      { userId: "cat", itemId: "y", rating: 4 },
    ]);
    const fitted = new Slim({ regularization: 1, l1Regularization: 0.25 }).fit(three);
    expect(fitted.predict("bob", "y")).toBeCloseTo(0.25, 15);
    expect(fitted.explain("bob", "y")).toEqual({
      base: 0,
      contributions: [{ itemId: "x", rating: 2, share: expect.closeTo(0.25, 15) }],
    });
    expect(fitted.similarItems("x")).toEqual([
      { itemId: "y", similarity: expect.closeTo(0.25, 15), common: 1 },
    ]);
    const none = new Slim({ regularization: 1, l1Regularization: 1 }).fit(three);
    expect(none.predict("bob", "y")).toBeNaN();
    expect(none.recommend("bob")).toEqual([]);
  });

  test("has the weights of the reference implementation, for any ratings", () => {
    const settings = fc.record({
      regularization: fc.constantFrom(1, 3),
      l1Regularization: fc.constantFrom(0, 0.2, 1),
      positiveOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(madeUpRatings, settings, (ratings, each) => {
        const weights = weightsOf(new Slim({ ...each, tolerance: 1e-12, iterations: 3000 }).fit(ratings));
        const table = tableOf(ratings, { binary: true });
        const columns = ratings.items.ids.map((_, item) => table.map((row) => row[item]!));
        const penalties = {
          l1: each.l1Regularization,
          l2: each.regularization,
          positiveOnly: each.positiveOnly,
        };
        for (const [to, target] of columns.entries()) {
          const others = columns.map((column, item) => (item === to ? column.map(() => 0) : column));
          for (const [from, weight] of elasticNet(others, target, penalties, 300).entries()) {
            expect(orZero(weights[from]![to]!)).toBeCloseTo(weight, 6);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  describe("finds the weights of scikit-learn's ElasticNet", { tags: "long" }, () => {
    let ratings: Ratings;
    beforeAll(async () => {
      const loaded = await loadDataset("ml-latest-small");
      ratings = loaded.ratings.withAtLeast({ perItem: golden.least });
    });

    test.each(golden.cases)("with $settings", ({ settings, weightsTo }) => {
      const fitted = new Slim({ ...settings, tolerance: 1e-12, iterations: 10_000 }).fit(ratings);
      for (const [to, expected] of Object.entries(weightsTo)) {
        for (const from of ratings.items.ids) {
          const weight = fitted.foldIn([{ itemId: from, rating: 1 }]).predict(Number(to));
          expect(orZero(weight), `${from} to ${to}`).toBeCloseTo(expected[String(from)] ?? 0, 9);
        }
      }
    });
  });

  test.each([true, false])(
    "keep bounds the weights that lead to an item, positiveOnly %s",
    (positiveOnly) => {
      const settings = { regularization: 0.1, l1Regularization: 0, positiveOnly };
      const all = weightsOf(new Slim(settings).fit(smallRatings));
      const one = weightsOf(new Slim({ ...settings, keep: 1 }).fit(smallRatings));
      for (const to of all.keys()) {
        const leading = all.map((row) => orZero(row[to]!));
        const farthest = Math.max(...leading.map(Math.abs));
        const kept = one.map((row) => orZero(row[to]!));
        expect(kept).toEqual(leading.map((weight) => (Math.abs(weight) === farthest ? weight : 0)));
      }
    },
  );

  test("weighs users and scales items as Ease does", () => {
    // Without L1 and with weights below 0 allowed, both minimise the same cost.
    const settings = { regularization: 2, activityPower: 0.6, popularityPower: 0.3 };
    const exact = { l1Regularization: 0, positiveOnly: false, tolerance: 1e-13, iterations: 10_000 };
    const weights = weightsOf(new Slim({ ...settings, ...exact }).fit(smallRatings));
    for (const [from, row] of weightsOf(new Ease(settings).fit(smallRatings)).entries()) {
      for (const [to, weight] of row.entries()) {
        if (from !== to) expect(orZero(weights[from]![to]!)).toBeCloseTo(weight, 10);
      }
    }
  });

  test("positiveOnly leaves out weights below 0, which it would have otherwise", () => {
    const settings = { regularization: 0.1, l1Regularization: 0 };
    const signs = (positiveOnly: boolean) =>
      weightsOf(new Slim({ ...settings, positiveOnly }).fit(smallRatings))
        .flat()
        .some((weight) => weight < 0);
    expect([signs(true), signs(false)]).toEqual([false, true]);
  });

  test("gives NaN to a single item, and recommends nothing to a user without ratings", () => {
    const one = new Slim().fit(Ratings.from([{ userId: 1, itemId: 7, rating: 3 }]));
    expect(one.predict(1, 7)).toBeNaN();
    expect(new Slim({ regularization: 0, positiveOnly: false }).fit(one.ratings).predict(1, 7)).toBeNaN();
    expect(new Slim().fit(smallRatings).foldIn([]).recommend()).toEqual([]);
  });

  test("fits items that are linear combinations of others, even without a penalty", () => {
    const equal = Ratings.from(
      [1, 2, 3].flatMap((userId) => ["p", "q"].map((itemId) => ({ userId, itemId, rating: 4 }))),
    );
    expect(new Slim({ regularization: 0, l1Regularization: 0 }).fit(equal).predict(1, "p")).toBe(1);
  });

  test("refuses ratings below 0 and settings out of range", () => {
    const negative = smallRatings.concat([{ userId: 10, itemId: "d", rating: -1 }]);
    expect(() => new Slim().fit(negative)).toThrow("row 13: rating -1 is below 0");
    expect(() => new Slim({ regularization: -1 })).toThrow(
      "regularization: -1 is not a number of at least 0",
    );
    expect(() => new Slim({ l1Regularization: -1 })).toThrow("l1Regularization: -1");
    expect(() => new Slim({ keep: 0 })).toThrow(
      "keep: 0 is not a whole number of at least 1, or Infinity for all",
    );
    expect(() => new Slim({ iterations: 0 })).toThrow("iterations: 0");
  });

  test("reports progress, and stops when it is aborted", () => {
    const seen: number[] = [];
    new Slim().fit(smallRatings, { onProgress: ({ done, total }) => seen.push(done / total) });
    expect(seen).toEqual([0, 1]);
    expect(() => new Slim().fit(smallRatings, { signal: AbortSignal.abort(new Error("stop")) })).toThrow(
      "stop",
    );
  });

  // Published: .3770 .2441 .2957. Settings of a first search on parts of each user's train rows,
  // whose grid was not kept. The recorded search of bench/settings chooses others.
  const isAboveTheBest = async () => {
    const settings = {
      regularization: 300,
      l1Regularization: 0.023,
      activityPower: 0.5,
      popularityPower: 0.2,
    };
    const [precision, recall, ndcg] = table46Row(new Slim(settings));
    expect(precision).toBeGreaterThanOrEqual(0.377);
    expect(recall).toBeGreaterThanOrEqual(0.2441);
    expect(ndcg).toBeGreaterThanOrEqual(0.2957);
  };
  datasetTest("ml-100k-top10", "is above the best row of table 46", isAboveTheBest, { tags: "long" });
});

function orZero(weight: number): number {
  return Number.isNaN(weight) ? 0 : weight;
}
