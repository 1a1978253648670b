import { beforeAll, describe, expect, test } from "vitest";
import { randomSplit } from "../../src/evaluation/splits/random-split.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import type { Id } from "../../src/ratings/id-index.js";
import type { Ratings } from "../../src/ratings/ratings.js";
import { easeWeights } from "../../src/reference/ease.js";
import { datasetTest } from "../dataset-test.js";
import { changedDataSet } from "./changed-data-set.js";
import { expectToMove, notebook } from "./notebook.js";

const { recorded, run, errorOf } = notebook("11-state-of-the-art");

interface Row {
  model: string;
  precision: number;
  recall: number;
  ndcg: number;
  coverage: number;
  novelty: number;
  seconds: number;
}

/** Another judge of the row of `Popularity`: plain maps and loops, after the words of the text. */
function popularityByHand(ratings: Ratings, count: number) {
  const { train: visible, test: hidden } = randomSplit(ratings, { testShare: 0.2, seed: 0 });
  const raters = new Map<Id, number>();
  for (const { itemId } of visible) raters.set(itemId, (raters.get(itemId) ?? 0) + 1);
  const known = [...raters].filter(([, votes]) => votes >= 10).sort(([, a], [, b]) => b - a);
  const seen = new Map<Id, Set<Id>>();
  for (const { userId, itemId } of visible) seen.set(userId, (seen.get(userId) ?? new Set()).add(itemId));
  const wanted = new Map<Id, Set<Id>>();
  for (const { userId, itemId } of hidden) wanted.set(userId, (wanted.get(userId) ?? new Set()).add(itemId));
  const knownIds = new Set(known.map(([itemId]) => itemId));
  const people = [...seen].filter(([, items]) => [...items].some((item) => knownIds.has(item))).length;
  const totals = { precision: 0, recall: 0, ndcg: 0, novelty: 0 };
  const shown = new Set<Id>();
  for (const [userId, relevant] of wanted) {
    const list = known.filter(([itemId]) => !seen.get(userId)?.has(itemId)).slice(0, count);
    const hits = list.map(([itemId]) => (relevant.has(itemId) ? 1 : 0) as number);
    const gain = (flags: number[]) => flags.reduce((sum, hit, place) => sum + hit / Math.log2(place + 2), 0);
    const ideal = Array(Math.min(count, relevant.size)).fill(1);
    const found = hits.reduce((a, b) => a + b, 0);
    totals.precision += found / count / wanted.size;
    totals.recall += found / relevant.size / wanted.size;
    totals.ndcg += gain(hits) / gain(ideal) / wanted.size;
    const bits = list.map(([, votes]) => -Math.log2(votes / people));
    totals.novelty += bits.reduce((a, b) => a + b, 0) / list.length / wanted.size;
    for (const [itemId] of list) shown.add(itemId);
  }
  return { ...totals, coverage: shown.size / known.length };
}

/** What holds of every run. */
function expectSound(records: Record<string, any>) {
  const rows: Row[] = records["ranking table"];
  for (const row of rows) {
    for (const share of [row.precision, row.recall, row.ndcg, row.coverage]) {
      expect(share, row.model).toBeGreaterThan(0);
      expect(share, row.model).toBeLessThan(1);
    }
    expect(row.novelty).toBeGreaterThan(0);
    expect(row.seconds).toBeGreaterThan(0);
  }
  expect(rows.map(({ ndcg }) => ndcg)).toEqual(rows.map(({ ndcg }) => ndcg).sort((a, b) => b - a));
  expect(records["ease agreement"].compared).toBeGreaterThan(100_000);
  expect(records["ease agreement"].unknown).toBeLessThan(100);
  expect(records["ease agreement"].apart).toBeLessThan(1e-10);
  for (const score of records["ease scores"]) expect(score["ten lines"]).toBeCloseTo(score.Ease, 10);
  for (const { model, base, shares, score } of records.explanations) {
    expect(Math.abs(base + shares - score), model).toBeLessThan(1e-9 * Math.max(1, Math.abs(score)));
  }
}

/** What the text says of the classes of models, whatever the data set. */
function expectWhatTheTextSays(rows: Row[]) {
  const of = Object.fromEntries(rows.map((row) => [row.model, row])) as Record<string, Row>;
  const ndcg = (model: string) => of[model]!.ndcg;
  for (const stars of ["Nmf", "GenreContent"]) expect(ndcg(stars)).toBeLessThan(0.6 * ndcg("Popularity"));
  const personal = ["UserKnn", "ItemKnn", "P3alpha", "RP3beta", "PureSvd", "Bpr"];
  for (const model of personal) {
    expect(ndcg(model), model).toBeGreaterThan(1.2 * ndcg("Popularity"));
    expect(ndcg(model), model).toBeLessThan(ndcg("Ease"));
  }
  expect(Math.abs(ndcg("RankBlend") / ndcg("Ease") - 1)).toBeLessThan(0.04);
  expect(of.Popularity!.coverage).toBe(Math.min(...rows.map(({ coverage }) => coverage)));
  expect(of.Popularity!.novelty).toBe(Math.min(...rows.map(({ novelty }) => novelty)));
  expect(of.ItemKnn!.coverage).toBeGreaterThan(1.5 * of.UserKnn!.coverage);
}

/** The dial gives more novelty and coverage at each step; its precision rises and then falls. */
function expectTheDialToTurn(dial: { precision: number; coverage: number; novelty: number }[]) {
  for (const key of ["coverage", "novelty"] as const) {
    const values = dial.map((step) => step[key]);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  }
  const hits = dial.map(({ precision }) => precision);
  const top = hits.indexOf(Math.max(...hits));
  expect(top).toBeGreaterThan(0);
  expect(hits.slice(0, top + 1)).toEqual(hits.slice(0, top + 1).sort((a, b) => a - b));
  expect(hits.slice(top)).toEqual(hits.slice(top).sort((a, b) => b - a));
  expect(hits.at(-1)).toBeLessThan(hits[0]!);
}

describe("on ml-latest-small", async () => {
  const { ratings } = await loadDataset("ml-latest-small");
  let records: Record<string, any>;
  beforeAll(() => {
    records = recorded();
  });

  test("thirteen rankers stand side by side, best first, as the text says", () => {
    expect(records["ranking table"]).toHaveLength(13);
    expectSound(records);
    expectWhatTheTextSays(records["ranking table"]);
    expectTheDialToTurn(records.dial);
  });

  test("ItemKnn beats UserKnn beyond the interval, and the blend is no better than Ease", () => {
    const pairs = Object.fromEntries(records.pairs.map((pair: { name: string }) => [pair.name, pair]));
    expect(pairs["ItemKnn − UserKnn"].low).toBeGreaterThan(0);
    expect(pairs["RankBlend − Ease"].low).toBeLessThan(0);
    expect(pairs["Ease − Slim"].low).toBeGreaterThan(0);
  });

  test("one explanation begins with a base that is not 0", () => {
    const ofStars = records.explanations.find(({ model }: { model: string }) => model === "ItemKnn of stars");
    expect(ofStars.base).toBeGreaterThan(1);
    expect(ofStars.shares).not.toBe(0);
  });

  test("the row of Popularity is what plain loops count", () => {
    const row = records["ranking table"].find(({ model }: Row) => model === "Popularity");
    for (const [metric, value] of Object.entries(popularityByHand(ratings, 10))) {
      expect(row[metric], metric).toBeCloseTo(value, 10);
    }
  });

  test("the ten lines give the scores of the readable twin", () => {
    const { train: visible } = randomSplit(ratings, { testShare: 0.2, seed: 0 });
    const train = visible.withAtLeast({ perItem: 10 });
    const votes = train.items.ids.map((itemId) => ({ itemId, count: train.ofItem(itemId).length }));
    votes.sort((a, b) => b.count - a.count);
    const topIds = new Set(votes.slice(0, 300).map(({ itemId }) => itemId));
    const top = train.filter(({ itemId }) => topIds.has(itemId));
    const table = top.users.ids.map((userId) => {
      const watched = new Set(top.ofUser(userId).map(({ itemId }) => itemId));
      return top.items.ids.map((itemId) => Number(watched.has(itemId)));
    });
    const weights = easeWeights(table, 200);
    for (const [item, score] of records["ease scores"].entries()) {
      const expected = table[0]!.reduce((sum, one, from) => sum + one * weights[from]![item]!, 0);
      expect(score["ten lines"]).toBeCloseTo(expected, 10);
    }
  });

  test("a few movies have most of the hidden ratings", () => {
    const shares = records["hidden tail"].map(
      (row: Record<string, number>) => row["share of the hidden ratings"],
    );
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[2]).toBeGreaterThan(0.5);
  });

  test("two models alone, in shorter lists, and no record is typed in: with other ratings all of them move", {
    tags: "long",
  }, async () => {
    const parameters = { models: "Ease,Popularity", count: "5" };
    const two = await run(parameters);
    expectSound(two);
    expect(two["ranking table"].map(({ model }: Row) => model)).toEqual(["Ease", "Popularity"]);
    const byHand = popularityByHand(ratings, 5);
    expect(two["ranking table"][1].precision).toBeCloseTo(byHand.precision, 10);
    expect(two["ranking table"][1].coverage).toBeCloseTo(byHand.coverage, 10);
    const moved = await run({ ...parameters, dataset: changedDataSet() });
    expectToMove(moved, two);
  });

  test.each([
    [
      { models: "Popularity,Easy" },
      'parameter "models" is ["Popularity","Easy"], but it takes a list of these: "Popularity", "GenreContent", ',
    ],
    [{ models: "[]" }, "models is empty; choose at least one model"],
    [{ count: "0" }, 'parameter "count" is 0, but it takes a number of at least 1'],
  ])("%o is an error in a sentence", async (parameters, sentence) => {
    const error = await errorOf(parameters);
    expect(error).toContain(sentence);
  });
});

datasetTest(
  "ml-100k",
  "the classes of models are the same on ML-100K",
  async () => {
    const records = await run({ dataset: "ml-100k" });
    expectSound(records);
    expectWhatTheTextSays(records["ranking table"]);
    expectTheDialToTurn(records.dial);
  },
  { tags: "long" },
);
