import { expect, test } from "vitest";
import { comparedChunk, entryStatistics, storedCentering } from "../../src/duckdb/stored-centering.js";
import { CENTERS, Centerings } from "../../src/models/neighbors/centering.js";
import { simulateRatings } from "../../src/ratings/simulation/simulator.js";
import { describeWithDuckdb, expectEqualNumbers, sharedStore } from "./with-duckdb.js";

const ratings = simulateRatings({ users: 80, items: 200, count: 3000, seed: 5 });

describeWithDuckdb("the centring of ratings in DuckDB", () => {
  const store = sharedStore(() => ratings);

  test.each(CENTERS)("is that of the core: %s", async (center) => {
    const entries = await store().entries();
    const centering = await storedCentering(entries, await entryStatistics(entries), center);
    const expected = new Centerings(ratings, "items").of(center);
    expectEqualNumbers(centering.rowOffsets, expected.rowOffsets);
    expectEqualNumbers(centering.columnOffsets, expected.columnOffsets);
    expectEqualNumbers(centering.rowScales, expected.rowScales);
  });

  test("is subtracted before values are scaled", () => {
    const chunk = {
      count: 2,
      users: Int32Array.of(0, 1),
      items: Int32Array.of(1, 0),
      values: Float64Array.of(4, 2),
    };
    const into = new Float64Array(2);
    const offsets = { rowOffsets: Float64Array.of(1, 2), columnOffsets: Float64Array.of(0.5, 0.25) };
    comparedChunk(chunk, { ...offsets, columnScales: Float64Array.of(2, 4) }, into);
    expect(into).toEqual(Float64Array.of(3, 3));
    comparedChunk(chunk, { ...offsets, columnScales: undefined }, into);
    expect(into).toEqual(Float64Array.of(1.5, 0.75));
  });
});
