import { beforeAll, describe, expect, test } from "vitest";
import { kFolds } from "../../src/evaluation/splits/k-folds.js";
import { Baseline } from "../../src/models/baselines/baseline.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import type { Ratings } from "../../src/ratings/ratings.js";
import { datasetTest } from "../dataset-test.js";
import { changedDataSet } from "./changed-data-set.js";
import { expectToMove, notebook } from "./notebook.js";

const { recorded, run, errorOf } = notebook("09-measure");

interface Errors {
  model: string;
  rmse: number;
  mae: number;
}
interface Lists {
  model: string;
  precision: number;
  recall: number;
  ndcg: number;
}
interface Pair {
  first: string;
  second: string;
  difference: number;
  low: number;
  high: number;
}
interface Sampled {
  others: string;
  hits: [string, number][];
}
interface Split {
  train: Ratings;
  test: Ratings;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function byModel<Row extends { model: string }>(rows: readonly Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [row.model, row]));
}

/** What holds on any data with any seed. */
function expectWhatAlwaysHolds(records: Record<string, any>) {
  const errors: Errors[] = records["ratings table"];
  const lists: Lists[] = records["ranking table"];
  expect(errors.map(({ rmse }) => rmse)).toEqual(errors.map(({ rmse }) => rmse).sort((a, b) => a - b));
  expect(lists.map(({ ndcg }) => ndcg)).toEqual(lists.map(({ ndcg }) => ndcg).sort((a, b) => b - a));
  for (const { rmse, mae } of errors) expect(mae).toBeLessThan(rmse);
  for (const { train, hidden } of records["train errors"]) expect(train).toBeLessThan(hidden);
  expectIntervals(records.intervals, byModel(errors), "rmse");
  expectIntervals(records["list intervals"], byModel(lists), "ndcg");
  const samples: Sampled[] = records.sampled;
  for (const [column] of samples[0]!.hits.entries()) {
    const shares = samples.map(({ hits }) => hits[column]![1]);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  }
  const ofLists = byModel(lists);
  expect(ofLists.UserKnn!.ndcg).toBeLessThan(ofLists.MeanRating!.ndcg);
  expect(byModel(errors).UserKnn!.rmse).toBeLessThan(byModel(errors).MeanRating!.rmse);
  for (const row of records.time.slice(0, 3)) expect(row.rmseByTime).toBeGreaterThan(row.rmse);
}

/**
 * Each interval holds its difference, which is that of the table but for how folds are averaged.
 */
function expectIntervals(pairs: Pair[], table: Record<string, any>, metric: string) {
  for (const { first, second, difference, low, high } of pairs) {
    expect(low).toBeLessThan(difference);
    expect(high).toBeGreaterThan(difference);
    expect(difference).toBeCloseTo(table[first][metric] - table[second][metric], 3);
  }
}

describe("on ml-latest-small", () => {
  let records: Record<string, any>;
  let splits: Split[];
  beforeAll(async () => {
    records = recorded();
    splits = kFolds((await loadDataset("ml-latest-small")).ratings, { folds: 5, seed: 0 });
  });

  test("what always holds", () => {
    expectWhatAlwaysHolds(records);
  });

  test("the errors of the movie's mean are those of sums and counts", () => {
    const folds = splits.map(({ train, test }) => {
      const all = mean(train.values as unknown as number[]);
      const votes = new Map<unknown, number[]>();
      for (const { itemId, rating } of train) votes.set(itemId, [...(votes.get(itemId) ?? []), rating]);
      const errors = [...test].map(({ itemId, rating }) => {
        const ofItem = votes.get(itemId) ?? [];
        const sum = ofItem.reduce((total, each) => total + each, 0);
        return rating - (sum + 5 * all) / (ofItem.length + 5);
      });
      return {
        rmse: Math.sqrt(mean(errors.map((error) => error ** 2))),
        mae: mean(errors.map((error) => Math.abs(error))),
      };
    });
    const { rmse, mae } = byModel<Errors>(records["ratings table"]).MeanRating!;
    expect(rmse).toBeCloseTo(mean(folds.map((fold) => fold.rmse)), 12);
    expect(mae).toBeCloseTo(mean(folds.map((fold) => fold.mae)), 12);
  });

  test("the lists of popularity are those of counted votes", () => {
    const folds = splits.map(({ train, test }) => {
      const votes = new Map<unknown, number>();
      for (const { itemId } of train) votes.set(itemId, (votes.get(itemId) ?? 0) + 1);
      const popular = [...votes].sort(([, a], [, b]) => b - a).map(([itemId]) => itemId);
      const values = test.users.ids.flatMap((userId) => {
        const liked = new Set(
          test
            .ofUser(userId)
            .filter(({ rating }) => rating >= 0.5 + 0.75 * 4.5)
            .map(({ itemId }) => itemId),
        );
        const seen = new Set(train.users.has(userId) ? train.ofUser(userId).map(({ itemId }) => itemId) : []);
        const list = popular.filter((itemId) => !seen.has(itemId as number)).slice(0, 10);
        const hits = list.map((itemId) => (liked.has(itemId as number) ? 1 : 0) as number);
        const gain = hits.reduce((sum, hit, place) => sum + hit / Math.log2(place + 2), 0);
        const ideal = hits.reduce((sum, _, k) => sum + (k < liked.size ? 1 / Math.log2(k + 2) : 0), 0);
        return liked.size > 0
          ? [{ hits: hits.filter(Boolean).length, liked: liked.size, ndcg: gain / ideal }]
          : [];
      });
      return {
        precision: mean(values.map(({ hits }) => hits / 10)),
        recall: mean(values.map(({ hits, liked }) => hits / liked)),
        ndcg: mean(values.map(({ ndcg }) => ndcg)),
      };
    });
    const { precision, recall, ndcg } = byModel<Lists>(records["ranking table"]).Popularity!;
    expect(precision).toBeCloseTo(mean(folds.map((fold) => fold.precision)), 12);
    expect(recall).toBeCloseTo(mean(folds.map((fold) => fold.recall)), 12);
    expect(ndcg).toBeCloseTo(mean(folds.map((fold) => fold.ndcg)), 12);
  });

  test("the interval of the two baselines is about as wide as two times 1.96 standard errors", () => {
    const squares = [15, 5].map((userRegularization) =>
      splits.flatMap(({ train, test }) => {
        const fitted = new Baseline({ userRegularization }).fit(train);
        const { min, max } = train.scale;
        return [...test].map(({ userId, itemId, rating }) => {
          const said = fitted.predict(userId, itemId);
          const [user, item] = [fitted.ratings.users.indexOf(userId), fitted.items.indexOf(itemId)];
          const part = Number.isNaN(said) ? fitted.partialScore(user, item) : said;
          const known = Number.isNaN(part) ? train.mean : part;
          return (rating - Math.min(max, Math.max(min, known))) ** 2;
        });
      }),
    );
    const [first, second] = squares as [number[], number[]];
    const [firstRmse, secondRmse] = [first, second].map((all) => Math.sqrt(mean(all))) as [number, number];
    // √ is nearly a straight line here: Δ√m ≈ Δm / (2 √m).
    const differences = first.map((square, row) => (square - second[row]!) / (firstRmse + secondRmse));
    const center = mean(differences);
    const error = Math.sqrt(mean(differences.map((each) => (each - center) ** 2)) / differences.length);
    const pair: Pair = records.intervals[0];
    expect(pair.difference).toBeCloseTo(firstRmse - secondRmse, 12);
    expect((pair.high - pair.low) / (2 * 1.96 * error)).toBeGreaterThan(0.8);
    expect((pair.high - pair.low) / (2 * 1.96 * error)).toBeLessThan(1.2);
  });

  test("what the text says is measured", () => {
    const hidden = records["train errors"].map((row: { hidden: number }) => row.hidden);
    const lowest = hidden.indexOf(Math.min(...hidden));
    expect(lowest).toBeGreaterThan(0);
    expect(lowest).toBeLessThan(hidden.length - 1);

    const draws: { asItIs: number; weaker: number }[] = records["hold-outs"];
    const gaps = draws.map(({ asItIs, weaker }) => asItIs - weaker);
    const asItIs = draws.map((row) => row.asItIs);
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    expect(Math.max(...asItIs) - Math.min(...asItIs)).toBeGreaterThan(8 * mean(gaps));

    const order: string[] = records["ratings table"].map(({ model }: Errors) => model);
    expect(order.slice(0, 3)).toEqual([
      "FunkSvd (seed 1)",
      "Baseline (userRegularization 5)",
      "FunkSvd (seed 0)",
    ]);
    expect(order.at(-1)).toBe("MeanRating");
    const lists: Lists[] = records["ranking table"];
    expect(lists.slice(0, 2).map(({ model }) => model)).toEqual(["PureSvd", "Popularity"]);
    expect(lists.at(-1)!.model).toBe("UserKnn");
    expect(records.raters[0]["raters of a typical movie"]).toBeLessThan(5);
    expect(records.raters[3]["raters of a typical movie"]).toBeGreaterThan(100);
  });

  test("two baselines are told apart, two throws of the dice are not, nor is either of them from the baseline", () => {
    const holdsZero = records.intervals.map(({ low, high }: Pair) => low <= 0 && high >= 0);
    expect(holdsZero).toEqual([false, true, true, true, false]);
    expect(Math.abs(records.intervals[0].difference)).toBeLessThan(0.001);
  });

  test("with the settings of 06 and 07, factors beat the baseline and near people beat popularity", () => {
    const [stars, lists]: Pair[] = records.tuned;
    expect(stars!.high).toBeLessThan(0);
    expect(stars!.difference).toBeCloseTo(-0.0133, 4);
    expect(lists!.low).toBeGreaterThan(0);
  });

  test("among few others the order is another one", () => {
    const samples: Sampled[] = records.sampled;
    const orders = samples.map(({ hits }) => [...hits].sort(([, a], [, b]) => b - a).map(([model]) => model));
    expect(orders.at(-1)![0]).toBe("PureSvd, 64 factors");
    expect(orders[0]!.at(-1)).toBe("PureSvd, 64 factors");
    expect(samples.at(-1)!.hits[2]![1]).toBeGreaterThan(2 * samples.at(-1)!.hits[3]![1]);
  });

  test("by time the best lists are the worst", () => {
    const rows: { model: string; ndcg: number; ndcgByTime: number }[] = records.time;
    const best = (key: "ndcg" | "ndcgByTime") => [...rows].sort((a, b) => b[key] - a[key])[0]!.model;
    expect([best("ndcg"), best("ndcgByTime")]).toEqual(["PureSvd", "Popularity"]);
    expect(Math.min(...rows.map(({ ndcgByTime }) => ndcgByTime))).toBe(byModel(rows).PureSvd!.ndcgByTime);
  });

  test("the published row comes out, and what was seen is remembered best", () => {
    const [seen, , tutorial, later] = records["one model"];
    expect(tutorial.rmse).toBeCloseTo(tutorial.published, 4);
    expect(seen.rmse).toBeLessThan(tutorial.rmse);
    expect(later.rmse).toBeGreaterThan(tutorial.rmse);
  });

  test("no record is typed in: with other ratings all of them move", { tags: "long" }, async () => {
    const moved = await run({ dataset: changedDataSet() });
    expectToMove(moved, records);
    expectWhatAlwaysHolds(moved);
  });

  test.each([
    [{ count: "0" }, 'parameter "count" is 0, but it takes a number of at least 1'],
    [{ count: "2.5" }, "count is 2.5; a list has a whole number of places, at least 1"],
    [{ folds: "1" }, 'parameter "folds" is 1, but it takes a number of at least 2'],
    [{ seed: "-1" }, 'parameter "seed" is -1, but it takes a whole number from 0 to 4294967295'],
  ])("%o is an error that says so", async (parameters, sentence) => {
    const error = await errorOf(parameters);
    expect(error).toContain(sentence);
  });
});

datasetTest(
  "ml-100k",
  "on ML-100K the story is the same, with the largest seed and short lists",
  async () => {
    const records = await run({ dataset: "ml-100k", folds: "3", count: "3", seed: "4294967295" });
    expectWhatAlwaysHolds(records);
    const [, surprise] = records["one model"];
    expect(surprise.rmse).toBeCloseTo(surprise.published, 3);
    const lists: Lists[] = records["ranking table"];
    expect(lists.slice(0, 2).map(({ model }) => model)).toEqual(["PureSvd", "Popularity"]);
  },
  { tags: "long" },
);
