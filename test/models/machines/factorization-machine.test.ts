import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evaluateRatings } from "../../../src/evaluation/experiments/evaluate-ratings.js";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import { Blend } from "../../../src/models/ensembles/blend.js";
import { Fallback } from "../../../src/models/ensembles/fallback.js";
import { Hybrid } from "../../../src/models/hybrid/hybrid.js";
import { FactorizationMachine } from "../../../src/models/machines/factorization-machine.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { loadRatings } from "../../../src/node/tables/load-ratings.js";
import type { Id } from "../../../src/ratings/id-index.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { allScores, conformance, smallRatings } from "../contract/conformance.js";

conformance(new FactorizationMachine({ factors: 2, iterations: 12 }));
conformance(new FactorizationMachine({ factors: 1, iterations: 3, burnIn: 2, seed: 5 }));
conformance(new FactorizationMachine({ task: "ordered-probit", factors: 2, iterations: 12 }));
const side = {
  users: SideFeatures.from([
    { id: 10, age: 20, job: "artist" },
    { id: 30, age: 50 },
  ]),
  items: SideFeatures.from([
    { id: "a", genres: ["Drama"] },
    { id: "new", genres: ["Drama", "Comedy"] },
    { id: "c", genres: ["Comedy"] },
  ]),
};
conformance(new FactorizationMachine({ factors: 2, iterations: 12 }).of(side));
conformance(new FactorizationMachine({ factors: 1, iterations: 5 }).of({ users: side.users }));
conformance(new FactorizationMachine({ factors: 2, iterations: 12 }).of({ dates: true }));
conformance(new FactorizationMachine({ task: "ordered-probit", iterations: 5 }).of({ ...side, dates: true }));

/** The golden file: made by make-factorization-machine.py next to it. */
const golden = JSON.parse(
  readFileSync(new URL("../../golden/factorization-machine.json", import.meta.url), "utf8"),
) as {
  users: number;
  items: number;
  every: number;
  factors: number;
  sweeps: number;
  kept: number;
  seeds: number;
  ratings: number[];
  means: number[];
  deviations: number[];
};

const path = new URL("../../../data/ml-latest-small/ratings.csv", import.meta.url).pathname;
const all = await loadRatings(path, {
  userId: "userId",
  itemId: "movieId",
  rating: "rating",
  timestamp: "timestamp",
  scale: { min: 0.5, max: 5 },
});

/** The ids with the most ratings, smaller ids first among equals. */
function largest(ids: readonly Id[], lengthOf: (index: number) => number, count: number): Set<Id> {
  const order = ids.map((id, index) => ({ id: Number(id), ratings: lengthOf(index) }));
  order.sort((a, b) => b.ratings - a.ratings || a.id - b.id);
  return new Set(order.slice(0, count).map(({ id }) => id));
}

const busy = largest(all.users.ids, (index) => all.byUser.rowLength(index), golden.users);
const popular = largest(all.items.ids, (index) => all.byItem.rowLength(index), golden.items);
const part = all.filter(({ userId, itemId }) => busy.has(userId) && popular.has(itemId));
const rowsWhere = (isTest: boolean) =>
  Int32Array.from(part.userIndices, (_, row) => row).filter((row) => (row % golden.every === 0) === isTest);
const [train, held] = [part.selectRows(rowsWhere(false)), part.selectRows(rowsWhere(true))];

describe("against myFM 0.4.0", { tags: "slow" }, () => {
  const { factors, sweeps: iterations, kept } = golden;
  const settings = { factors, iterations, burnIn: iterations - kept, samples: kept };
  const fits = [0, 1, 2, 3].map((seed) => new FactorizationMachine({ ...settings, seed }).fit(train));
  const predictions = fits.map((fitted) => fitted.predictMany(held));

  test("the rows are the same", () => expect([...held.values]).toEqual(golden.ratings));

  /** The size of differences from the mean of myFM's runs, as a share of their standard error. */
  const ratio = (scores: readonly number[], runs: number) => {
    const size = (values: readonly number[]) => Math.sqrt(average(values.map((value) => value ** 2)));
    const errors = golden.deviations.map((each) => each * Math.sqrt(1 / runs + 1 / golden.seeds));
    return size(scores.map((score, k) => score - golden.means[k]!)) / size(errors);
  };

  test("the predictions of each run are within two standard errors of the mean of myFM's runs", () => {
    for (const scores of predictions) expect(ratio([...scores], 1)).toBeLessThan(2);
  });

  test("the mean of four runs is nearer, and neither higher nor lower", () => {
    const means = golden.means.map((_, k) => average(predictions.map((each) => each[k]!)));
    expect(ratio(means, fits.length)).toBeLessThan(1.3);
    expect(average(means.map((mean, k) => mean - golden.means[k]!))).toBeCloseTo(0, 2);
  });
});

describe("intervals", { tags: "slow" }, () => {
  const { train, test: heldBack } = randomSplit(part, { testShare: 0.2, seed: 3 });
  const fitted = new FactorizationMachine({ factors: 4, iterations: 150, seed: 2 }).fit(train);

  test.each([0.5, 0.8, 0.9, 0.95])("with a level of %s hold that share of held-out ratings", (level) => {
    const inside = [...heldBack].filter(({ userId, itemId, rating }) => {
      const { low, high } = fitted.predictWithInterval(userId, itemId, { level });
      return low <= rating && rating <= high;
    });
    // Three standard errors, and what rounding to half stars may do.
    const error = 3 * Math.sqrt((level * (1 - level)) / heldBack.count);
    expect(Math.abs(inside.length / heldBack.count - level)).toBeLessThan(error + 0.03);
  });

  test("has a smaller error than Baseline", () => {
    const error = evaluateRatings(fitted, heldBack).rmse;
    expect(error).toBeLessThan(0.97 * evaluateRatings(new Baseline().fit(train), heldBack).rmse);
  });

  test("a folded-in user's predictions are near those of the same user in the model", () => {
    const differences = train.users.ids.flatMap((userId) => {
      const folded = fitted.foldIn(train.ofUser(userId));
      return heldBack
        .ofUser(userId)
        .map(({ itemId }) => folded.predict(itemId) - fitted.predict(userId, itemId));
    });
    const spread = Math.sqrt(average(differences.filter(Number.isFinite).map((each) => each ** 2)));
    expect(spread).toBeLessThan(0.1);
  });
});

describe("an ordered probit", { tags: "slow" }, () => {
  const { train, test: heldBack } = randomSplit(part, { testShare: 0.2, seed: 3 });
  const settings = { factors: 4, iterations: 150, seed: 2 } as const;
  const fitted = new FactorizationMachine({ ...settings, task: "ordered-probit" }).fit(train);

  test("has about the error of a regression", () => {
    const error = evaluateRatings(fitted, heldBack).rmse;
    const ofRegression = evaluateRatings(new FactorizationMachine(settings).fit(train), heldBack).rmse;
    expect(error / ofRegression).toBeGreaterThan(0.98);
    expect(error / ofRegression).toBeLessThan(1.02);
  });

  test.each([0.5, 0.8, 0.9])("has intervals of half stars that hold at least a share of %s", (level) => {
    const inside = [...heldBack].filter(({ userId, itemId, rating }) => {
      const { low, high } = fitted.predictWithInterval(userId, itemId, { level });
      expect([low, high].map((end) => (2 * end) % 1)).toEqual([0, 0]);
      return low <= rating && rating <= high;
    });
    const error = 3 * Math.sqrt((level * (1 - level)) / heldBack.count);
    expect(inside.length / heldBack.count).toBeGreaterThan(level - error);
  });

  test("a folded-in user's predictions are near those of the same user in the model", () => {
    const differences = train.users.ids.slice(0, 20).flatMap((userId) => {
      const folded = fitted.foldIn(train.ofUser(userId));
      return heldBack
        .ofUser(userId)
        .map(({ itemId }) => folded.predict(itemId) - fitted.predict(userId, itemId));
    });
    const known = differences.filter(Number.isFinite);
    expect(Math.sqrt(average(known.map((each) => each ** 2)))).toBeLessThan(0.15);
  });
});

describe("predictWithInterval", () => {
  const fitted = new FactorizationMachine({ factors: 2, iterations: 20 }).fit(smallRatings);

  test("has the score of predict, within an interval within the scale", () => {
    const { score, low, high } = fitted.predictWithInterval(10, "a");
    expect(score).toBe(fitted.predict(10, "a"));
    expect(low).toBeGreaterThanOrEqual(1);
    expect(high).toBeLessThanOrEqual(5);
    expect(low).toBeLessThan(high);
  });

  test("is wider for a higher level", () => {
    const [narrow, wide] = [0.2, 0.6].map((level) => fitted.predictWithInterval(60, "b", { level }));
    expect(wide!.high - wide!.low).toBeGreaterThan(narrow!.high - narrow!.low);
  });

  test("is NaN for an unknown user or item, and refuses a level of 0 or 1", () => {
    for (const [userId, itemId] of [
      [99, "a"],
      [10, "z"],
    ] as const) {
      expect(fitted.predictWithInterval(userId, itemId)).toEqual({ score: NaN, low: NaN, high: NaN });
    }
    for (const level of [0, 1, 90, Number.NaN]) {
      expect(() => fitted.predictWithInterval(10, "a", { level })).toThrow(`level: ${level} is not a share`);
    }
  });
});

describe("explanations", () => {
  const fitted = new FactorizationMachine({ factors: 2, iterations: 20 }).fit(smallRatings);

  test("by feature add up to the score, and have all features of user and item", () => {
    const { base, features } = fitted.explainFeatures(20, "c");
    const score = features.reduce((sum, { share }) => sum + share, base);
    expect(score).toBeCloseTo(fitted.predict(20, "c"), 5);
    const named = features.map(({ group, id }) => `${group}: ${id}`).sort();
    expect(named).toEqual([
      "item's history: 30",
      "item's history: 40",
      "item's history: 60",
      "item: c",
      "user's history: a",
      "user's history: b",
      "user's history: d",
      "user: 20",
    ]);
  });

  test("by feature come with the largest share first, and refuse unknown ids", () => {
    const sizes = fitted.explainFeatures(20, "c").features.map(({ share }) => Math.abs(share));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(() => fitted.explainFeatures(99, "c")).toThrow("user 99 is not among");
    expect(() => fitted.explainFeatures(20, "z")).toThrow('item "z" is not among');
  });

  test("by rating are of the user's items", () => {
    const { contributions } = fitted.explain(20, "c");
    expect(contributions.map(({ itemId }) => itemId).sort()).toEqual(["a", "b", "d"]);
  });
});

describe("side data", () => {
  test("are features of user and item with shares of their own", () => {
    const fitted = new FactorizationMachine({ factors: 2, iterations: 20 }).of(side).fit(smallRatings);
    const { base, features } = fitted.explainFeatures(10, "new");
    expect(features.reduce((sum, { share }) => sum + share, base)).toBeCloseTo(fitted.predict(10, "new"), 5);
    expect(features.map(({ group, id }) => `${group}: ${id}`).sort()).toEqual([
      "item: genres: Comedy",
      "item: genres: Drama",
      "item: new",
      "user's history: a",
      "user's history: b",
      "user: 10",
      "user: age: age",
      "user: job: artist",
    ]);
  });

  test("predict ratings of an item that nobody has rated", { tags: "slow" }, () => {
    // A rating is 4 where the user's kind is the item's, and 2 otherwise; item 0 has no ratings.
    const kind = (index: number) => (index % 2 === 0 ? "even" : "odd");
    const rows = Array.from({ length: 900 }, (_, k) => ({ userId: Math.floor(k / 30), itemId: k % 30 }))
      .filter(({ userId, itemId }) => itemId > 0 && (userId * 7 + itemId * 3) % 5 < 3)
      .map(({ userId, itemId }) => ({ userId, itemId, rating: kind(userId) === kind(itemId) ? 4 : 2 }));
    const rowsOf = SideFeatures.from(Array.from({ length: 30 }, (_, id) => ({ id, kind: kind(id) })));
    const machine = new FactorizationMachine({ factors: 2, iterations: 100 });
    const fitted = machine.of({ users: rowsOf, items: rowsOf }).fit(Ratings.from(rows));
    for (const userId of [1, 2, 3, 4]) {
      expect(Math.abs(fitted.predict(userId, 0) - (userId % 2 === 0 ? 4 : 2))).toBeLessThan(0.5);
    }
    expect(machine.fit(Ratings.from(rows)).predict(1, 0)).toBeNaN();
  });
});

describe("dates", () => {
  const DAY = 86_400;
  const machine = new FactorizationMachine({ factors: 2, iterations: 60, seed: 4 });
  /** All rate higher by a star on even days; 20 users on 10 days, a day for two ratings of each. */
  const rows = Array.from({ length: 400 }, (_, k) => {
    const [userId, itemId] = [k % 20, Math.floor(k / 20)];
    const day = (itemId + userId) % 10;
    return { userId, itemId, rating: day % 2 === 0 ? 4 : 3, timestamp: (100 + day) * DAY };
  }).filter(({ userId, itemId }) => (userId * 3 + itemId) % 7 > 0);
  const dated = Ratings.from(rows, { scale: { min: 1, max: 5 } });
  const fitted = machine.of({ dates: true }).fit(dated);
  const at = (day: number) => ({ timestamp: (100 + day) * DAY });

  test("a prediction is that of the day of its timestamp, in seconds or as a Date", () => {
    for (const userId of [0, 7, 13]) {
      for (const day of [0, 3, 6, 9]) {
        const score = fitted.predict(userId, 2, at(day));
        expect(Math.abs(score - (day % 2 === 0 ? 4 : 3))).toBeLessThan(0.3);
        const timestamp = new Date((100 + day) * DAY * 1000);
        expect(fitted.predict(userId, 2, { timestamp })).toBe(score);
        const pairs = [{ userId, itemId: 2, timestamp }];
        expect([...fitted.predictMany(pairs)]).toEqual([score]);
        expect(fitted.predictWithInterval(userId, 2, { timestamp }).score).toBe(score);
      }
    }
    expect(fitted.predict(99, 2, at(0))).toBeNaN();
  });

  test("without a timestamp it is that of the user's last rating, in lists too", () => {
    for (const userId of [1, 8]) {
      const last = Math.max(...dated.ofUser(userId).map(({ timestamp = 0 }) => timestamp));
      const score = fitted.predict(userId, 5);
      expect(score).toBe(fitted.predict(userId, 5, { timestamp: last }));
      expect(score).not.toBe(fitted.predict(userId, 5, { timestamp: last - DAY }));
      const [item] = fitted.recommend(userId, { candidates: [5], excludeSeen: false });
      expect(item?.score).toBe(score);
    }
  });

  test("a day without ratings is between the others", () => {
    const score = fitted.predict(3, 4, { timestamp: 500 * DAY });
    expect(score).toBeGreaterThan(3.2);
    expect(score).toBeLessThan(3.8);
  });

  test("evaluateRatings takes the timestamp of each test row, with blends, fallbacks and hybrids too", () => {
    const test = dated.filter(({ itemId }) => itemId === 3);
    const expected = [...test].map(({ userId, itemId, timestamp }) =>
      fitted.predict(userId, itemId, { timestamp }),
    );
    expect([...evaluateRatings(fitted, test).predictions]).toEqual(expected);
    const undated = Ratings.from([...test].map(({ timestamp: _, ...row }) => row));
    expect([...evaluateRatings(fitted, undated).predictions]).not.toEqual(expected);
    const model = machine.of({ dates: true });
    expect([...evaluateRatings(new Fallback([model]).fit(dated), test).predictions]).toEqual(expected);
    const blend = new Blend([model, new Baseline()], { folds: 2 }).fit(dated);
    const errorOf = (rated: Ratings) => evaluateRatings(blend, rated).rmse;
    expect(errorOf(test)).toBeLessThan(0.3 * errorOf(undated));
    const [row] = test;
    expect(blend.predictMany([row!])[0]).not.toBe(blend.predict(row!.userId, row!.itemId));
    const trees = { trees: 5, depth: 2 };
    const hybrid = new Hybrid([model], { folds: 2, trees }).fit(dated);
    expect(hybrid.predictMany([row!])[0]).not.toBe(hybrid.predict(row!.userId, row!.itemId));
  });

  test("a new user's ratings and prediction are those of the given dates", () => {
    // A user with the taste of user 2: what differs is the day of the last rating.
    const own = (last: number) =>
      [0, 1, 2, 4, 6, 8].map((itemId, k) => ({
        itemId,
        rating: (k === 5 ? last : k) % 2 === 0 ? 4 : 3,
        ...at(k === 5 ? last : k),
      }));
    for (const last of [8, 9]) {
      const score = fitted.foldIn(own(last)).predict(12);
      expect(Math.abs(score - (last % 2 === 0 ? 4 : 3))).toBeLessThan(0.35);
    }
    const undated = fitted.foldIn(own(8).map(({ timestamp: _, ...row }) => row)).predict(12);
    expect(undated).toBeGreaterThan(3.2);
    expect(undated).toBeLessThan(3.8);
  });

  test("a folded-in user's predictions are near those of the same user in the model", () => {
    for (const userId of [2, 5, 11]) {
      const folded = fitted.foldIn(dated.ofUser(userId));
      for (const itemId of [0, 9, 19]) {
        expect(Math.abs(folded.predict(itemId) - fitted.predict(userId, itemId))).toBeLessThan(0.15);
      }
    }
  });

  test("are features with shares of their own, at the given date", () => {
    const { base, features } = fitted.explainFeatures(4, 6, at(7));
    const score = features.reduce((sum, { share }) => sum + share, base);
    expect(score).toBeCloseTo(fitted.predict(4, 6, at(7)), 5);
    const day = features.find(({ group }) => group === "day")!;
    expect(day.id).toBe("1970-04-18");
    expect(day.share).toBeLessThan(0);
    const hours = features.filter(({ group }) => group === "hours since the user's first rating");
    expect(hours.map(({ id }) => id)).toEqual(["168"]);
    const noDay = fitted.explainFeatures(4, 6, { timestamp: 0 }).features;
    expect(noDay.find(({ group }) => group === "day")?.id).toBe("without ratings");
  });

  test("a saved model is restored with them", () => {
    const loaded = modelFromBuffer(modelToBuffer(fitted)) as typeof fitted;
    expect(loaded.settings).toEqual({ ...machine.settings, userFeatures: [], itemFeatures: [], dates: true });
    expect(loaded.predict(1, 2, at(3))).toBe(fitted.predict(1, 2, at(3)));
    expect(loaded.explainFeatures(1, 2, at(3))).toEqual(fitted.explainFeatures(1, 2, at(3)));
  });

  test("need timestamps", () => {
    const undated = Ratings.from(rows.map(({ timestamp: _, ...row }) => row));
    expect(() => machine.of({ dates: true }).fit(undated)).toThrow(
      new RangeError("these ratings have no timestamps; leave out dates: true"),
    );
    expect(() => machine.of({ dates: 1 as never })).toThrow("dates: 1 is neither true nor false");
    expect(() => fitted.predict(1, 2, { timestamp: Date.now() })).toThrow(
      "is neither a Date nor seconds since 1970; divide milliseconds by 1000",
    );
  });

  test("change nothing where they are not features", () => {
    const plain = machine.fit(dated);
    expect(machine.of({ dates: false }).settings).not.toHaveProperty("dates");
    expect(plain.predict(1, 2, at(3))).toBe(plain.predict(1, 2));
    const [first, second] = [{}, { dates: false }].map((features) => machine.of(features).fit(dated));
    expect(allScores(first!)).toEqual(allScores(plain));
    expect(allScores(second!)).toEqual(allScores(plain));
  });
});

describe("settings, progress and saving", () => {
  test("those of a machine with side data make one without, whose of takes side data again", () => {
    const small = new FactorizationMachine({ factors: 2, iterations: 3 });
    const { settings } = small.of({ ...side, dates: true }).fit(smallRatings);
    const again = new FactorizationMachine(structuredClone(settings));
    expect(again.settings).toEqual(small.settings);
    expect(again.of({ ...side, dates: true }).settings).toEqual(settings);
    expect(() => new FactorizationMachine({ dates: true } as object)).toThrow('has no setting "dates"');
  });

  test("rows in place of side data are an error with the remedy", () => {
    expect(() => new FactorizationMachine().of({ items: [{ id: 1, year: 1999 }] as never })).toThrow(
      "FactorizationMachine: items are [an object (id, year)]; give { users, items } as SideFeatures.from(rows)",
    );
  });

  test("the same seed gives the same numbers, another one others", () => {
    const score = (seed: number) =>
      new FactorizationMachine({ factors: 2, iterations: 5, seed }).fit(smallRatings).predict(10, "c");
    expect(score(1)).toBe(score(1));
    expect(score(1)).not.toBe(score(2));
  });

  test("keeps at most the samples that are asked for, of the sweeps after burnIn", () => {
    const bytes = (settings: object) =>
      modelToBuffer(new FactorizationMachine({ factors: 1, iterations: 20, ...settings }).fit(smallRatings))
        .byteLength;
    const one = bytes({ samples: 2 }) - bytes({ samples: 1 });
    expect(bytes({ samples: 5 }) - bytes({ samples: 1 })).toBeCloseTo(4 * one, -2);
    expect(bytes({ samples: 99 }) - bytes({ samples: 1 })).toBeCloseTo(17 * one, -2);
    expect(bytes({ samples: 99, burnIn: 19 }) - bytes({ samples: 1 })).toBeLessThan(one);
  });

  test("reports each sweep, and stops when it is aborted", () => {
    const machine = new FactorizationMachine({ factors: 1, iterations: 4 });
    const reports: number[] = [];
    machine.fit(smallRatings, { onProgress: ({ done, total }) => reports.push(done / total) });
    expect(reports).toEqual([0, 0.25, 0.5, 0.75, 1]);
    const controller = new AbortController();
    const onProgress = ({ done }: { done: number }) => done === 2 && controller.abort(new Error("enough"));
    expect(() => machine.fit(smallRatings, { onProgress, signal: controller.signal })).toThrow("enough");
  });

  test("refuses a burnIn that keeps no sample", () => {
    for (const burnIn of [20, 21]) {
      expect(() => new FactorizationMachine({ iterations: 20, burnIn })).toThrow(
        `burnIn: ${burnIn} of 20 iterations keeps no sample; lower burnIn or raise iterations`,
      );
    }
    expect(() => new FactorizationMachine({ iterations: 1 })).not.toThrow();
  });
});

describe("data at the limits", () => {
  const machine = new FactorizationMachine({ factors: 2, iterations: 40 });
  const rated = (rows: readonly (readonly [Id, Id, number])[]) =>
    Ratings.from(rows.map(([userId, itemId, rating]) => ({ userId, itemId, rating })));

  test("constant ratings are predicted", () => {
    const same = Ratings.from([...smallRatings].map((row) => ({ ...row, rating: 3 })));
    const fitted = machine.fit(same);
    for (const { userId, itemId } of same) expect(fitted.predict(userId, itemId)).toBeCloseTo(3, 0);
    expect(fitted.predictWithInterval(10, "a")).toMatchObject({ low: 3, high: 3 });
  });

  test("one user, one item, one rating", () => {
    const one = machine.fit(rated([["ann", "x", 4]]));
    expect(one.predict("ann", "x")).toBeGreaterThan(2);
    expect(one.predict("ann", "x")).toBeLessThan(6);
    const oneUser = machine.fit(rated([1, 2, 3, 4].map((item) => ["ann", item, item] as const)));
    expect(oneUser.predict("ann", 3)).toBeGreaterThan(0);
    expect(oneUser.recommend("ann")).toEqual([]);
  });

  test("users with one rating each", () => {
    const fitted = machine.fit(rated([1, 2, 3, 4, 5].map((user) => [user, user % 2, user] as const)));
    for (const user of [1, 2, 3, 4, 5]) expect(fitted.predict(user, 0)).not.toBeNaN();
  });

  test("an ordered probit takes ratings with gaps, and refuses one value and more than 100", () => {
    const probit = new FactorizationMachine({ task: "ordered-probit", factors: 2, iterations: 40 });
    const gaps = Ratings.from(
      [...smallRatings].map((row) => ({ ...row, rating: row.rating === 3 ? 5 : row.rating })),
      { scale: { min: 1, max: 5 } },
    );
    const fitted = probit.fit(gaps);
    for (const { userId, itemId } of gaps) {
      expect(fitted.predict(userId, itemId)).toBeGreaterThanOrEqual(1);
      expect(fitted.predict(userId, itemId)).toBeLessThanOrEqual(5);
      expect([1, 2, 4, 5]).toContain(fitted.predictWithInterval(userId, itemId).low);
    }
    const same = Ratings.from([...smallRatings].map((row) => ({ ...row, rating: 3 })));
    expect(() => probit.fit(same)).toThrow(
      'task: "ordered-probit" takes ratings of 2 to 100 different values, not 1; use task: "regression"',
    );
    const many = rated(Array.from({ length: 101 }, (_, k) => [k, 0, k / 7] as const));
    expect(() => probit.fit(many)).toThrow("different values, not 101");
  });

  test("an unknown user or item has a partial score between the lowest and highest rating", () => {
    const fitted = machine.fit(smallRatings);
    for (const [user, item] of [
      [-1, 0],
      [0, -1],
      [-1, -1],
    ] as const) {
      expect(fitted.partialScore(user, item)).toBeGreaterThan(0);
      expect(fitted.partialScore(user, item)).toBeLessThan(6);
    }
  });
});

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
