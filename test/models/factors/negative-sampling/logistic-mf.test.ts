import { describe, expect, test } from "vitest";
import { evaluateRanking } from "../../../../src/evaluation/experiments/evaluate-ranking.js";
import { perUserSplit } from "../../../../src/evaluation/splits/per-user-split.js";
import { Popularity } from "../../../../src/models/baselines/popularity.js";
import { LogisticMf } from "../../../../src/models/factors/negative-sampling/logistic-mf.js";
import { loadDataset } from "../../../../src/node/load-dataset.js";
import { Interactions } from "../../../../src/ratings/interactions.js";
import { logisticCost } from "../../../../src/reference/factors/logistic.js";
import { conformance, smallRatings } from "../../contract/conformance.js";
import { camps } from "./camps.js";

conformance(new LogisticMf({ factors: 3, iterations: 5 }));
conformance(new LogisticMf({ factors: 2, iterations: 3, alpha: 2, binary: false, negatives: 1 }));

/** The cost over all pairs, by the reference: users' penalties with their rows, then the items'. */
function costOf(settings: Partial<LogisticMf["settings"]>): number {
  const { learned, factors, settings: all } = new LogisticMf(settings).fit(smallRatings);
  const row = (values: Float64Array, index: number) => [
    ...values.subarray(index * factors, (index + 1) * factors),
  ];
  const others = [...learned.itemBiases].map((bias, item) => ({
    bias,
    factors: row(learned.itemFactors, item),
  }));
  const { regularization, alpha } = all;
  const users = smallRatings.users.ids.map((userId, user) => {
    const own = { bias: learned.userBiases[user]!, factors: row(learned.userFactors, user) };
    const confidences = smallRatings.items.ids.map(
      (itemId) => alpha * +(smallRatings.get(userId, itemId) > 0),
    );
    return logisticCost({ own, others, confidences }, regularization);
  });
  const squares = [...learned.itemBiases, ...learned.itemFactors].reduce((sum, value) => sum + value ** 2, 0);
  return users.reduce((sum, cost) => sum + cost, (regularization / 2) * squares);
}

describe("LogisticMf", () => {
  test("by hand: without factors that move, the first step of a bias is as long as the step size", () => {
    const log = Interactions.from([
      { userId: "ann", itemId: "a" },
      { userId: "bob", itemId: "a" },
      { userId: "cem", itemId: "b" },
    ]);
    const settings = { factors: 1, initialScale: 0, iterations: 1, learningRate: 0.125, regularization: 0 };
    const { learned } = new LogisticMf(settings).fit(log);
    // Of three users two have a: log odds ln(2.5 / 1.5). One has b: ln(1.5 / 2.5).
    const start = Math.log(2.5 / 1.5);
    const p = (score: number) => 1 / (1 + Math.exp(-score));
    // Ann: 2 p(start) − 1 + p(−start) > 0, so that her bias falls; Cem's too.
    expect(2 * p(start) - 1 + p(-start)).toBeGreaterThan(0);
    expect([...learned.userBiases]).toEqual([-0.125, -0.125, -0.125]);
    expect(2 * (2 * p(start - 0.125) - 1) + p(start - 0.125)).toBeGreaterThan(0);
    expect(learned.itemBiases[0]).toBeCloseTo(start - 0.125, 14);
    expect([...learned.userFactors, ...learned.itemFactors].map(Math.abs)).toEqual([0, 0, 0, 0, 0]);
  });

  test("lowers the cost over all pairs, also where it samples them", () => {
    for (const negatives of [1, 10]) {
      const costs = [1, 10, 200].map((iterations) =>
        costOf({ factors: 3, iterations, negatives, regularization: 0.1 }),
      );
      expect(costs[1]).toBeLessThan(costs[0]!);
      expect(costs[2]).toBeLessThan(costs[1]!);
    }
  });

  const fitted = new LogisticMf({ factors: 4, iterations: 100, regularization: 0.1 }).fit(camps);

  test("sees two camps, fills in what is missing, and folds in", () => {
    for (const userId of camps.users.ids) {
      const scores = fitted.recommend(userId, { count: 99 });
      const isOwn = ({ itemId }: { itemId: unknown }) => (Number(userId) + Number(itemId)) % 2 === 0;
      const own = scores.filter(isOwn).map(({ score }) => score);
      const others = scores.filter((each) => !isOwn(each)).map(({ score }) => score);
      expect(Math.min(...own)).toBeGreaterThan(Math.max(...others));
    }
    const newUser = fitted.foldIn([{ itemId: 1, rating: 1 }]);
    expect(newUser.predict(3)).toBeGreaterThan(newUser.predict(2));
    expect(fitted.inStars).toBe(false);
  });

  test("who is folded in has the least cost of any factors and bias", () => {
    const own = camps.ofUser(3);
    const { regularization, alpha } = fitted.settings;
    const { itemBiases, itemFactors } = fitted.learned;
    const width = fitted.factors;
    const others = [...itemBiases].map((bias, item) => ({
      bias,
      factors: [...itemFactors.subarray(item * width, (item + 1) * width)],
    }));
    const confidences = camps.items.ids.map((itemId) => alpha * +own.some((each) => each.itemId === itemId));
    const row = {
      indices: Int32Array.from(own, ({ itemId }) => camps.items.indexOf(itemId)),
      values: new Float64Array(own.length).fill(1),
    };
    const items = {
      mean: 0,
      biases: itemBiases,
      values: itemFactors,
      width,
      products: () => new Float64Array(),
    };
    const { bias, factors } = fitted.solveUser(row, items as never);
    const cost = (x: number[]) =>
      logisticCost({ own: { bias: x[0]!, factors: x.slice(1) }, others, confidences }, regularization);
    const solved = [bias, ...factors];
    for (const [k, value] of solved.entries()) {
      const slope = (cost(solved.with(k, value + 1e-5)) - cost(solved.with(k, value - 1e-5))) / 2e-5;
      expect(Math.abs(slope)).toBeLessThan(2e-3);
    }
    const [first] = fitted.foldIn(own).recommend({ count: 1 });
    const known = fitted.items.indexOf(first!.itemId);
    const dot = [...factors].reduce((sum, value, f) => sum + value * itemFactors[known * width + f]!, 0);
    expect(first!.score).toBeCloseTo(bias + itemBiases[known]! + dot, 12);
  });

  test("a user without ratings gets the biases of items", () => {
    expect(fitted.foldIn([]).predict(4)).toBe(fitted.learned.itemBiases[camps.items.indexOf(4)]);
  });

  test("weights count: what a user bought ten times says more than what was seen once", () => {
    const rows = [...camps].map(({ userId, itemId }) => ({ userId, itemId, weight: itemId === 2 ? 10 : 1 }));
    const of = (binary: boolean) =>
      new LogisticMf({ factors: 2, iterations: 20, binary }).fit(Interactions.from(rows)).predict(0, 2);
    expect(of(false)).toBeGreaterThan(of(true) + 0.5);
  });

  test("alpha counts as weights do", () => {
    const rows = [...camps].map(({ userId, itemId }) => ({ userId, itemId }));
    const of = (alpha: number, weight: number) => {
      const log = Interactions.from(rows.map((row) => ({ ...row, weight })));
      return new LogisticMf({ factors: 2, iterations: 5, alpha }).fit(log).predict(0, 2);
    };
    expect(of(3, 1)).toBe(of(1, 3));
    expect(of(3, 1)).not.toBe(of(1, 1));
  });

  test("refuses what makes no sense", () => {
    const negative = smallRatings.concat([{ userId: 1, itemId: "a", rating: -1 }]);
    expect(() => new LogisticMf().fit(negative)).toThrow("row 13: rating -1 is below 0");
    const zeros = Interactions.from([{ userId: 1, itemId: "a", weight: 0 }]);
    expect(() => new LogisticMf().fit(zeros)).toThrow("none of the 1 interactions is above 0");
    expect(() => new LogisticMf({ negatives: 0 })).toThrow("negatives: 0");
    expect(() => new LogisticMf({ learningRate: 1e200 }).fit(smallRatings)).toThrow(
      "LogisticMf diverged in iteration",
    );
    expect(() => fitted.foldIn([{ itemId: 0, rating: -2 }])).toThrow("rating -2 of item 0 is below 0");
  });

  test("ranks movies better than Popularity", { tags: "slow" }, async () => {
    const { ratings } = await loadDataset("ml-latest-small");
    const { train } = perUserSplit(ratings, { testShare: 0.2 });
    const inner = perUserSplit(train, { testShare: 0.2 });
    const metrics = ["ndcg@10"] as const;
    const popular = evaluateRanking(new Popularity().fit(inner.train), inner.test, { metrics });
    const own = evaluateRanking(new LogisticMf().fit(inner.train), inner.test, { metrics });
    expect(own.metrics["ndcg@10"]).toBeGreaterThan(1.1 * popular.metrics["ndcg@10"]);
  });
});
