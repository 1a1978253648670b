import { describe, expect, test } from "vitest";
import { evaluateRatings } from "../../../src/evaluation/experiments/evaluate-ratings.js";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { random } from "../../../src/math/random.js";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { GenreContent } from "../../../src/models/content/genre-content.js";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import { Hybrid } from "../../../src/models/hybrid/hybrid.js";
import { SlopeOne } from "../../../src/models/neighbors/slope-one.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { simulateRatings } from "../../../src/ratings/simulation/simulator.js";
import { conformance, smallRatings } from "../contract/conformance.js";

const trees = { trees: 5, minRows: 1, depth: 3 };
const items = Object.assign(
  ["a", "b", "c", "new"].map((itemId, k) => ({ itemId, genres: k % 2 ? ["Drama"] : ["Comedy", "Drama"] })),
  { year: (itemId: unknown) => (itemId === "new" ? Number.NaN : 1990) },
);

conformance(new Hybrid([new SlopeOne(), new Baseline()], { trees }));
conformance(new Hybrid([new Baseline()], { trees, residual: false, folds: 3 }).of(items));
conformance(
  new Hybrid([], { trees, foldByFold: false, neighbors: 1 }).of(items, [{ itemId: "a", tag: "odd" }]),
);

const sideData = {
  users: SideFeatures.from([
    { id: 10, age: 20, job: "nurse" },
    { id: 20, age: 40 },
  ]),
  items: SideFeatures.from([
    { id: "a", year: 1990, tags: ["odd", "war"] },
    { id: "new", year: 2001 },
  ]),
};
conformance(new Hybrid([new Baseline()], { trees }).of(sideData));
conformance(new Hybrid([], { trees, foldByFold: false }).of({ users: sideData.users }));

describe("Hybrid", () => {
  test("learns from side data of users and items: here, of what only they tell", () => {
    const ids = Array.from({ length: 60 }, (_, id) => id);
    const users = SideFeatures.from(ids.map((id) => ({ id, age: id % 2 === 0 ? 20 : 60 })));
    const items = SideFeatures.from([...ids, 99].map((id) => ({ id, kind: id % 3 === 0 ? "new" : "old" })));
    const rating = (userId: number, itemId: number) => 2 + (userId % 2) + (itemId % 3 === 0 ? 2 : 0);
    // Each user and item once, so that no other rating tells.
    const rows = ids.map((userId) => {
      const itemId = (7 * userId + 5) % 60;
      return { userId, itemId, rating: rating(userId, itemId) };
    });
    const steps = { trees: 80, learningRate: 0.3, minRows: 1, regularization: 0, depth: 2 };
    const model = new Hybrid([], { neighbors: 0, trees: steps }).of({ users, items });
    const fitted = model.fit(Ratings.from(rows));
    for (const userId of [0, 1, 2, 3]) {
      for (const itemId of [99, 8, 9]) {
        expect(fitted.predict(userId, itemId)).toBeCloseTo(rating(userId, itemId), 1);
      }
    }
    const used = fitted.trees.importance().filter(({ share }) => share > 0.1);
    expect(used.map(({ feature }) => feature.split(":")[0]).sort()).toEqual(["item", "user"]);
    const loaded = modelFromBuffer(modelToBuffer(fitted));
    expect(loaded.predict(3, 99)).toBe(fitted.predict(3, 99));
    expect(model.settings).toMatchObject({ userFeatures: [{ name: "age", kind: "number" }] });
  });

  test("learns the residuals of the blend: here, from genres alone, as no item is rated twice", () => {
    const parity = (itemId: number) => (itemId % 2 === 0 ? "Even" : "Odd");
    const rows = Array.from({ length: 240 }, (_, itemId) => ({
      userId: Math.floor(itemId / 2) % 20,
      itemId,
      rating: itemId % 2 === 0 ? 4 : 2,
    }));
    const listed = Array.from({ length: 242 }, (_, itemId) => ({ itemId, genres: [parity(itemId)] }));
    const steps = { trees: 60, learningRate: 0.3, minRows: 1, regularization: 0 };
    const hybrid = new Hybrid([new Baseline()], { neighbors: 0, trees: steps }).of(listed);
    const fitted = hybrid.fit(Ratings.from(rows));
    // 240 and 241 have no ratings, and user 99 is unknown.
    for (const itemId of [2, 240]) expect(fitted.predict(1, itemId)).toBeCloseTo(4, 1);
    for (const itemId of [3, 241]) expect(fitted.predict(1, itemId)).toBeCloseTo(2, 1);
    expect(fitted.predict(99, 0)).toBeNaN();
    expect(fitted.partialScore(-1, fitted.items.indexOf(241))).toBeCloseTo(2, 1);
    expect(fitted.partialScore(-1, -1)).not.toBeNaN();
  });

  test("the score is the blend's plus the trees' prediction", () => {
    const fitted = new Hybrid([new Baseline(), new MeanRating()], { trees }).fit(smallRatings);
    const { names } = fitted.trees;
    expect(names.slice(-3)).toEqual(["Baseline 1", "MeanRating 2", "blend"]);
    expect(
      fitted.trees
        .importance()
        .map(({ feature }) => feature)
        .sort(),
    ).toEqual([...names].sort());
    const constant = new Hybrid([new Baseline()], { trees: { ...trees, learningRate: 0 } }).fit(smallRatings);
    const difference = constant.predict(10, "c") - constant.blend!.predict(10, "c");
    expect(constant.predict(50, "b") - constant.blend!.predict(50, "b")).toBeCloseTo(difference, 12);
  });

  test("explains by the contributions of the blend", () => {
    const fitted = new Hybrid([new SlopeOne()], { trees }).fit(smallRatings);
    expect(fitted.explain(20, "c").contributions).toEqual(fitted.blend!.explain(20, "c").contributions);
  });

  test("where there is only noise, statistics of all ratings but one leak it, and those of other folds do not", () => {
    const draws = random({ seed: 3 });
    const noise = Ratings.from(
      Array.from({ length: 3000 }, (_, cell) => ({
        userId: cell % 100,
        itemId: Math.floor(cell / 100),
        rating: 1 + draws.below(5),
      })),
    );
    const { train, test: held } = randomSplit(noise, { seed: 1 });
    const rmseOf = (foldByFold: boolean) => {
      const hybrid = new Hybrid([], { foldByFold, trees: { trees: 60 } });
      return evaluateRatings(hybrid.fit(train), held).rmse;
    };
    const mean = evaluateRatings(new GlobalMean().fit(train), held).rmse;
    expect(rmseOf(true)).toBeLessThan(mean + 0.05);
    expect(rmseOf(false)).toBeGreaterThan(mean + 0.05);
  });

  test("is better than the blend of its models where features explain more", () => {
    const { train, test: held } = randomSplit(
      simulateRatings({ users: 300, items: 200, count: 12_000, seed: 2 }),
      { seed: 1 },
    );
    const fitted = new Hybrid([new Baseline()], {
      trees: { trees: 60, learningRate: 0.05, depth: 4 },
    }).fit(train);
    const [ours, blends] = [fitted, fitted.blend!].map((model) => evaluateRatings(model, held).rmse);
    expect(ours).toBeLessThan(blends! - 0.005);
  });

  test("is saved with the items without ratings, and with models that know such items", () => {
    const models = [new GenreContent().of(items), new Baseline()];
    const fitted = new Hybrid(models, { trees }).of(items).fit(smallRatings);
    const loaded = modelFromBuffer(modelToBuffer(fitted));
    expect(loaded.predict(10, "new")).toBe(fitted.predict(10, "new"));
    expect(loaded.partialScore(-1, 2)).toBe(fitted.partialScore(-1, 2));
  });

  test("constant ratings are predicted exactly, and a single one cannot be divided into folds", () => {
    const constant = Ratings.from([...smallRatings].map((row) => ({ ...row, rating: 3 })));
    const fitted = new Hybrid([new Baseline()], { trees }).of(items).fit(constant);
    expect(fitted.predict(10, "c")).toBeCloseTo(3, 9);
    expect(() => new Hybrid().fit(constant.selectRows(Int32Array.of(0)))).toThrow(
      "folds: 5 is more than the 1 ratings",
    );
  });

  test("reports progress from 0 to 1, and stops when it is aborted", () => {
    const reported: number[] = [];
    const hybrid = new Hybrid([new Baseline()], { folds: 2, trees });
    hybrid.fit(smallRatings, { onProgress: ({ done, total }) => reported.push(done / total) });
    expect(reported).toEqual([...reported].sort((a, b) => a - b));
    expect([reported[0], reported.at(-1)]).toEqual([0, 1]);
    expect(() => hybrid.fit(smallRatings, { signal: AbortSignal.abort() })).toThrow();
  });

  test("settings of another hybrid make one without its features, whose of takes them again", () => {
    const models = [new Baseline()];
    const { settings } = new Hybrid(models, { trees }).of(sideData);
    const again = new Hybrid(models, structuredClone(settings));
    expect(again.settings).toEqual(new Hybrid(models, { trees }).settings);
    expect(again.of(sideData).settings).toEqual(settings);
    expect(() => new Hybrid(models, { genres: [] } as object)).toThrow('Hybrid has no setting "genres"');
  });

  test("refuses invalid settings, items and models", () => {
    expect(() => new Hybrid([], { folds: 1 })).toThrow("folds: 1 is not a whole number of at least 2");
    expect(() => new Hybrid([], { neighbors: 0.5 })).toThrow("neighbors: 0.5");
    expect(() => new Hybrid([], { trees: { depth: 0 } })).toThrow("trees.depth: 0");
    expect(() => new Hybrid().of([...items, ...items])).toThrow('item "a" comes twice');
    expect(() => new Hybrid().of({ items: 5 } as object)).toThrow(
      "Hybrid: items are 5; give { users, items } as SideFeatures.from(rows)",
    );
    for (const none of [{}, null, 7]) {
      expect(() => new Hybrid().of(none as object)).toThrow("Hybrid: of was given no side data; give");
    }
    expect(() => new Hybrid([new Popularity()]).fit(smallRatings)).toThrow(
      "Popularity: its scores rank items",
    );
  });
});
