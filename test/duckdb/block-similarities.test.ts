// @module-tag slow
import { expect, test } from "vitest";
import { blockSimilarities } from "../../src/duckdb/block-similarities.js";
import { DuckdbItemKnn } from "../../src/duckdb/duckdb-item-knn.js";
import { collectAll } from "../../src/kernels/similarity/similarity-collector.js";
import { ComparedRows } from "../../src/models/neighbors/compared-rows.js";
import { SIMILARITIES } from "../../src/models/neighbors/knn-settings.js";
import { Ratings } from "../../src/ratings/ratings.js";
import { simulateRatings } from "../../src/ratings/simulation/simulator.js";
import { describeWithDuckdb, expectEqualNumbers, opened, sharedStore } from "./with-duckdb.js";

const ratings = simulateRatings({ users: 100, items: 90, count: 2500, seed: 2 });

describeWithDuckdb("similarities in blocks of items", () => {
  const store = sharedStore(() => ratings);

  test("are those that one can compute by hand, in any blocks", async () => {
    const three = Ratings.from([
      { userId: 1, itemId: "a", rating: 3 },
      { userId: 1, itemId: "b", rating: 4 },
      { userId: 2, itemId: "a", rating: 4 },
      { userId: 2, itemId: "c", rating: 2 },
    ]);
    const entries = await (await opened(three)).entries();
    for (const blockBytes of [8, 2 ** 20]) {
      const collector = collectAll(3);
      const cost = await blockSimilarities(
        entries,
        {
          measure: { name: "cosine", minCommon: 1, shrinkage: 0, sampleCorrection: 0 },
          values: {
            rowOffsets: new Float64Array(3),
            columnOffsets: new Float64Array(2),
            columnScales: undefined,
          },
          lengths: Int32Array.of(2, 1, 1),
          blockBytes,
        },
        collector,
      );
      const { starts, indices, values } = collector.rows();
      expect([...starts]).toEqual([0, 2, 3, 4]);
      expect([...indices]).toEqual([1, 2, 0, 0]);
      // 3 × 4 / (5 × 4) and 4 × 2 / (5 × 2).
      expectEqualNumbers(values, [0.6, 0.8, 0.6, 0.8]);
      expect(cost.blocks).toBe(blockBytes === 8 ? 3 : 1);
    }
  });

  test.each(SIMILARITIES.filter((name) => name !== "spearman"))(
    "are those of the core, in any blocks: %s",
    async (similarity) => {
      for (const [blockBytes, minCommon, shrinkage, keep, activityPower] of [
        [2 ** 24, 1, 0, Infinity, 0],
        [6000, 3, 10, 20, 0],
        [3000, 2, 0, 5, /cosine|baseline/.test(similarity) ? 0.5 : 0],
      ] as const) {
        const settings = { similarity, minCommon, shrinkage, keep };
        const fitted = await new DuckdbItemKnn({ ...settings, activityPower }).fit(store(), { blockBytes });
        const rows = new ComparedRows(ratings, "items", { ...settings, columnPower: activityPower / 2 });
        const { starts, indices, values } = rows.all();
        expectEqualNumbers(fitted.similarities.starts, starts);
        expectEqualNumbers(fitted.similarities.indices, indices);
        expectEqualNumbers(fitted.similarities.values, values);
        expect(fitted.cost.blocks > 1).toBe(blockBytes < 2 ** 20);
      }
    },
  );

  test("report progress and stop at a signal", async () => {
    const done: number[] = [];
    await new DuckdbItemKnn().fit(store(), {
      blockBytes: 20_000,
      onProgress: (each) => done.push(each.done),
    });
    expect(done[0]).toBe(0);
    expect(done.at(-1)).toBe(90);
    expect(done.length).toBeGreaterThan(2);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(new DuckdbItemKnn().fit(store(), { signal })).rejects.toThrow("enough");
  });
});
