import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averagePrecisionAt,
  f1At,
  hitRateAt,
  logRankBiasedPrecisionAt,
  ndcgAt,
  ndcgFullAt,
  precisionAt,
  rankBiasedPrecisionAt,
  recallAt,
  reciprocalRankAt,
  rPrecisionAt,
} from "../../../src/evaluation/metrics/list-metrics.js";
import { topIndices } from "../../../src/math/top-n.js";
import golden from "../../golden/metrics.json" with { type: "json" };

const all = {
  averagePrecisionAt,
  f1At,
  hitRateAt,
  ndcgAt,
  ndcgFullAt,
  precisionAt,
  rankBiasedPrecisionAt,
  recallAt,
  reciprocalRankAt,
  rPrecisionAt,
};

describe("metrics of a list", () => {
  /** Hits at places 2 and 3 of five; two of the four relevant items are missing. */
  const list = { hits: [0, 1, 1, 0, 0], relevantCount: 4 };
  const gain = (place: number) => 1 / Math.log2(place + 1);

  test("by hand", () => {
    expect(precisionAt(list, 5)).toBe(2 / 5);
    expect(recallAt(list, 5)).toBe(2 / 4);
    expect(f1At(list, 5)).toBeCloseTo((2 * 0.4 * 0.5) / (0.4 + 0.5), 15);
    expect(f1At({ hits: [0], relevantCount: 1 }, 1)).toBe(0);
    expect(rPrecisionAt(list, 5)).toBe(2 / 4);
    expect(rPrecisionAt({ hits: [1, 0, 1, 1], relevantCount: 2 }, 4)).toBe(1 / 2);
    expect(hitRateAt(list, 5)).toBe(1);
    expect(reciprocalRankAt(list, 5)).toBe(1 / 2);
    expect(averagePrecisionAt(list, 5)).toBeCloseTo((1 / 2 + 2 / 3) / 4, 15);
    expect(rankBiasedPrecisionAt(list, 5)).toBeCloseTo(0.15 * (0.85 + 0.85 ** 2), 15);
    const ideal = gain(1) + gain(2) + gain(3) + gain(4);
    expect(ndcgAt(list, 5)).toBeCloseTo((gain(2) + gain(3)) / ideal, 15);
  });

  test("depend only on the places before the cut", () => {
    expect(precisionAt(list, 2)).toBe(1 / 2);
    expect(recallAt(list, 2)).toBe(1 / 4);
    expect(rPrecisionAt(list, 3)).toBe(2 / 3);
    expect(hitRateAt(list, 1)).toBe(0);
    expect(reciprocalRankAt(list, 1)).toBe(0);
    expect(averagePrecisionAt(list, 2)).toBe(1 / 2 / 2);
    expect(rankBiasedPrecisionAt(list, 2)).toBeCloseTo(0.15 * 0.85, 15);
  });

  test("NDCG's ideal is cut at the same place, the full one is not", () => {
    expect(ndcgAt(list, 2)).toBeCloseTo(gain(2) / (gain(1) + gain(2)), 15);
    expect(ndcgFullAt(list, 2)).toBeCloseTo(gain(2) / (gain(1) + gain(2) + gain(3) + gain(4)), 15);
    expect(ndcgAt({ hits: [1, 1], relevantCount: 9 }, 2)).toBe(1);
  });

  test("a list that is too short has misses at its end", () => {
    expect(precisionAt({ hits: [1], relevantCount: 1 }, 10)).toBe(1 / 10);
    for (const metric of Object.values(all)) expect(metric({ hits: [], relevantCount: 3 }, 10)).toBe(0);
  });

  test.each(golden.rankBiased)("rank-biased precision is LensKit's, case $#", ({ k, hits, rbp }) => {
    expect(rankBiasedPrecisionAt({ hits, relevantCount: 1 }, k)).toBeCloseTo(rbp, 14);
    expect(logRankBiasedPrecisionAt({ hits, relevantCount: 1 }, k)).toBeCloseTo(Math.log(rbp), 12);
  });

  test("its logarithm is a number where it is not, and −Infinity without a hit", () => {
    const far = { hits: [...new Array(5000).fill(0), 1], relevantCount: 1 };
    expect(rankBiasedPrecisionAt(far, 9999)).toBe(0);
    // The value in the documentation of LensKit's LogRBP, to the digits that it gives.
    expect(logRankBiasedPrecisionAt(far, 9999)).toBeCloseTo(-814.5, 1);
    expect(logRankBiasedPrecisionAt(far, 5000)).toBe(Number.NEGATIVE_INFINITY);
  });

  test("rank-biased precision counts the first place alone without patience, and all alike with much", () => {
    expect(rankBiasedPrecisionAt({ hits: [0, 1, 1], relevantCount: 2 }, 3, 0)).toBe(0);
    expect(rankBiasedPrecisionAt({ hits: [1, 0, 1], relevantCount: 2 }, 3, 0)).toBe(1);
    const [first, last] = [
      [1, 0, 0],
      [0, 0, 1],
    ].map((hits) => rankBiasedPrecisionAt({ hits, relevantCount: 1 }, 3, 0.9999));
    expect(first! / last!).toBeCloseTo(1, 3);
  });

  describe.each(golden.rankings)("as scikit-learn's, case $#", ({ k, scores, isRelevant, ...theirs }) => {
    const listOf = (count: number) => ({
      hits: Array.from(topIndices(Float64Array.from(scores), count), (item) => isRelevant[item]!),
      relevantCount: isRelevant.reduce((sum, each) => sum + each, 0),
    });

    test("cut", () => {
      const list = listOf(k);
      expect(ndcgAt(list, k)).toBeCloseTo(theirs.ndcg, 13);
      expect(ndcgFullAt(list, k)).toBeCloseTo(theirs.ndcgFull, 13);
      expect(recallAt(list, k)).toBeCloseTo(theirs.recall, 13);
      // scikit-learn divides by the number of items, we by the number of places.
      expect(precisionAt(list, k)).toBeCloseTo((theirs.precision * Math.min(k, scores.length)) / k, 13);
    });

    test("whole", () => {
      expect(averagePrecisionAt(listOf(scores.length), scores.length)).toBeCloseTo(
        theirs.averagePrecision,
        13,
      );
    });
  });

  const flags = fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 20 });
  const lists = fc.record({ hits: flags, missing: fc.nat(5), count: fc.integer({ min: 1, max: 25 }) });

  test("lie between 0 and 1", () => {
    fc.assert(
      fc.property(lists, ({ hits, missing, count }) => {
        const relevantCount = Math.max(
          1,
          hits.reduce((sum, hit) => sum + hit, missing),
        );
        for (const [name, metric] of Object.entries(all)) {
          const value = metric({ hits, relevantCount }, count);
          expect(value, name).toBeGreaterThanOrEqual(0);
          expect(value, name).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(ndcgFullAt({ hits, relevantCount }, count)).toBeLessThanOrEqual(
          ndcgAt({ hits, relevantCount }, count),
        );
      }),
    );
  });

  test("never fall when a hit moves up a place", () => {
    fc.assert(
      fc.property(lists, fc.nat(18), ({ hits, missing, count }, place) => {
        fc.pre(hits[place] === 0 && hits[place + 1] === 1);
        const better = hits.with(place, 1).with(place + 1, 0);
        const relevantCount = hits.reduce((sum, hit) => sum + hit, missing);
        for (const [name, metric] of Object.entries(all)) {
          const [before, after] = [hits, better].map((each) => metric({ hits: each, relevantCount }, count));
          expect(after, name).toBeGreaterThanOrEqual(before! - 1e-12);
        }
      }),
    );
  });
});
