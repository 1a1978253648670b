import { describe, expect, test } from "vitest";
import { Centerings } from "../../../src/models/neighbors/centering.js";
import { type KnnSettings, knnFields } from "../../../src/models/neighbors/knn-settings.js";
import { NeighborAggregator } from "../../../src/models/neighbors/neighbor-aggregator.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { defineSettings } from "../../../src/settings/define-settings.js";
import { sparse } from "../../sparse/matrices.js";

const declared = defineSettings({}, knnFields);

/** One user rated items 0 to 3 as 1, 2, 4 and 5. */
const ratings = Ratings.from([1, 2, 4, 5].map((rating, item) => ({ userId: "u", itemId: item, rating })));
const candidates = {
  rows: Int32Array.of(0, 1, 2, 3),
  values: Float64Array.of(1, 2, 4, 5),
  columnOffset: 0,
};
const own = { offset: 0, scale: 1 };
const none = -7;

function aggregatorOf(given: Partial<KnnSettings>): NeighborAggregator {
  const settings = declared.check("Toy", given);
  return new NeighborAggregator(new Centerings(ratings, "items").of(settings.center), settings);
}

/** The score from similarities with candidates 0, 2 and 3, which begin at position 1. */
function scoreOf(given: Partial<KnnSettings>, similarities: [number, number, number]): number {
  const similar = {
    positions: Int32Array.of(none, 0, 2, 3, none),
    similarities: Float64Array.of(none, ...similarities, none),
  };
  return aggregatorOf(given).score(own, candidates, similar, 1, 3);
}

describe("by hand: similar candidates rated 1, 4 and 5", () => {
  test.each<[Partial<KnnSettings>, [number, number, number], number]>([
    [{}, [0.5, 0.25, 0.25], (0.5 + 1 + 1.25) / 1],
    [{ neighbors: 2 }, [0.5, 0.25, 1], (0.5 + 5) / 1.5],
    // Of the two equally similar ones the first.
    [{ neighbors: 2 }, [0.5, 0.25, 0.25], (0.5 + 1) / 0.75],
    [{ neighbors: 1, aggregate: "sum" }, [0.5, 0.5, 0.5], 0.5],
    [{ neighbors: 2, aggregate: "mean" }, [0.5, 1, 1], 4.5],
    [{ minNeighbors: 3, aggregate: "mean" }, [1, 1, 1], 10 / 3],
    [{ minNeighbors: 4 }, [1, 1, 1], Number.NaN],
    [{ neighbors: 2, minNeighbors: 3 }, [1, 1, 1], Number.NaN],
  ])("%j", (given, similarities, expected) => {
    const score = scoreOf(given, similarities);
    if (Number.isNaN(expected)) expect(score).toBeNaN();
    else expect(score).toBeCloseTo(expected, 14);
  });
});

test("all candidates' entries give the same bits as their scores one by one", () => {
  // Row x is similar to the candidates in column x.
  const byNeighbor = sparse([
    [0, 0.1, 0.2, -1],
    [0.3, 0, 0.7, 0],
    [0.9, 0.1, 0, 0],
    [0.6, 0, 0.35, 0],
  ]);
  for (const given of [{}, { minNeighbors: 3 }, { aggregate: "sum" }, { positiveOnly: false }] as const) {
    const aggregator = aggregatorOf(given);
    const scores = new Float64Array(4);
    aggregator.scoreFromAll(candidates, byNeighbor, scores);
    const expected = [0, 1, 2, 3].map((row) => {
      const entries = [0, 1, 2, 3].flatMap((candidate) => {
        const { starts, indices, values } = byNeighbor;
        const found = indices.subarray(starts[candidate], starts[candidate + 1]).indexOf(row);
        const similarity = found < 0 ? Number.NaN : values[starts[candidate]! + found]!;
        return similarity > aggregator.threshold ? [[candidate, similarity] as const] : [];
      });
      const similar = {
        positions: Int32Array.from(entries, ([candidate]) => candidate),
        similarities: Float64Array.from(entries, ([, similarity]) => similarity),
      };
      return aggregator.score(own, candidates, similar, 0, entries.length);
    });
    expect([...scores]).toEqual(expected);
  }
});
