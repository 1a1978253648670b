import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateRanking } from "../../../src/evaluation/experiments/evaluate-ranking.js";
import { sampledCandidates } from "../../../src/evaluation/experiments/sampled-candidates.js";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { madeUpRatings, ratingsOf } from "../made-up-ratings.js";
import "../../../src/ratings/interactions.js";

const split = {
  train: ratingsOf([
    [1, "a", 5],
    [2, "b", 4],
    [2, "c", 4],
    [3, "d", 4],
  ]),
  test: ratingsOf([
    [1, "b", 5],
    [1, "unheard of", 3],
    [4, "c", 5],
  ]),
};
const everything = { relevant: () => true, metrics: ["hit-rate@2", "ndcg@2", "auc"] as const };

describe("sampledCandidates", () => {
  test("are a user's own test items, and others that the user has rated in neither part", () => {
    const candidates = sampledCandidates(split, { count: 1, seed: 3 });
    expect(candidates(1)).toHaveLength(3);
    expect(candidates(1).slice(0, 2)).toEqual(["b", "unheard of"]);
    expect(["c", "d"]).toContain(candidates(1)[2]);
    const drawn = Array.from(
      { length: 100 },
      (_, seed) => sampledCandidates(split, { count: 1, seed })(1)[2],
    );
    expect(new Set(drawn)).toEqual(new Set(["c", "d"]));
  });

  test("are as many as asked, each once, or all if there are fewer", () => {
    expect(sampledCandidates(split, { count: 2 })(4)).toHaveLength(3);
    expect(sampledCandidates(split, { count: 99 })(4)).toEqual(["c", "a", "b", "d"]);
    expect(sampledCandidates(split)(1)).toEqual(["b", "unheard of", "c", "d"]);
  });

  test("are drawn from interactions as from ratings", () => {
    const parts = { train: split.train.toInteractions(), test: split.test.toInteractions() };
    expect(sampledCandidates(parts, { count: 2 })(4)).toEqual(sampledCandidates(split, { count: 2 })(4));
  });

  test("are the same for the same seed, in any order of calls", () => {
    const [first, second] = [1, 2].map(() => sampledCandidates(split, { count: 1, seed: 8 }));
    expect([first!(1), first!(4)]).toEqual([second!(4), second!(1)].reverse());
  });

  test("make no model look worse, and are exact if all items are drawn", () => {
    fc.assert(
      fc.property(madeUpRatings, fc.integer({ min: 1, max: 12 }), (ratings, count) => {
        const { train, test } = randomSplit(ratings, { testShare: 0.3 });
        const fitted = new Popularity().fit(train);
        const all = evaluateRanking(fitted, test, everything);
        const among = (drawn: number) =>
          evaluateRanking(fitted, test, {
            ...everything,
            candidates: sampledCandidates({ train, test }, { count: drawn }),
          });
        const better = among(count).perUser["ndcg@2"]!;
        all.perUser["ndcg@2"]!.forEach((value, user) => {
          expect(better[user]).toBeGreaterThanOrEqual(value - 1e-12);
        });
        expect(among(12)).toEqual(all);
      }),
    );
  });

  test("refuse no candidates, and a user who is not tested", () => {
    expect(() => sampledCandidates(split, { count: 0 })).toThrow("count: 0");
    expect(() => sampledCandidates(split)(2)).toThrow("user 2 has no test ratings");
  });
});
