import fc from "fast-check";
import { expect, test } from "vitest";
import { maximalMarginalRelevance } from "../../../src/evaluation/reranking/maximal-marginal-relevance.js";

const listOf = (...items: [string, number][]) => items.map(([itemId, score]) => ({ itemId, score }));
const sameInitial = (a: unknown, b: unknown) => (String(a)[0] === String(b)[0] ? 1 : 0);

test("a similar item falls behind a different one, as computed by hand", () => {
  // Scaled scores 1, 0.9, 0.5, 0. After a1, at 0.4: a2 0.6 × 0.9 − 0.4 = 0.14, b1 0.6 × 0.5 = 0.3.
  const list = listOf(["a1", 10], ["a2", 9], ["b1", 5], ["c1", 0]);
  const chosen = maximalMarginalRelevance(list, { similarity: sameInitial, diversity: 0.4, count: 3 });
  expect(chosen).toEqual([list[0], list[2], list[1]]);
});

test("without diversity it is the beginning of the list, and with diversity alone it is diverse", () => {
  const list = listOf(["a1", 4], ["a2", 3], ["b1", 2], ["b2", 1], ["c1", 0]);
  const ids = (diversity: number) =>
    maximalMarginalRelevance(list, { similarity: sameInitial, diversity, count: 3 }).map(
      (each) => each.itemId,
    );
  expect(ids(0)).toEqual(["a1", "a2", "b1"]);
  expect(ids(1)).toEqual(["a1", "b1", "c1"]);
});

test("chooses each item once, as the definition does", () => {
  const scores = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(scores, fc.double({ min: 0, max: 1, noNaN: true }), (values, diversity) => {
      const list = [...values].sort((a, b) => b - a).map((score) => ({ itemId: score, score }));
      const similarity = (a: unknown, b: unknown) => 1 / (1 + Math.abs(Number(a) - Number(b)));
      const chosen = maximalMarginalRelevance(list, { similarity, diversity, count: list.length });
      expect(new Set(chosen).size).toBe(list.length);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const scaled = (score: number) => (high > low ? (score - low) / (high - low) : 1);
      for (let place = 1; place < chosen.length; place++) {
        const before = chosen.slice(0, place);
        const value = ({ itemId, score }: (typeof list)[number]) =>
          (1 - diversity) * scaled(score) -
          diversity * Math.max(...before.map((other) => similarity(itemId, other.itemId)));
        const best = Math.max(...list.filter((each) => !before.includes(each)).map(value));
        expect(value(chosen[place] as (typeof list)[number])).toBeCloseTo(best, 12);
      }
    }),
  );
});

test("an undefined similarity is none; short lists and wrong options", () => {
  const list = listOf(["a", 1], ["b", 0]);
  const options = { similarity: () => Number.NaN };
  expect(maximalMarginalRelevance(list, options)).toEqual(list);
  expect(maximalMarginalRelevance([], options)).toEqual([]);
  expect(() => maximalMarginalRelevance(list, { ...options, diversity: 2 })).toThrow(
    "diversity: 2 is not a sh",
  );
  expect(() => maximalMarginalRelevance(list, { ...options, count: 0 })).toThrow("count: 0 is not a whole");
});
