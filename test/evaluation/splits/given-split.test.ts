import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { givenSplit } from "../../../src/evaluation/splits/given-split.js";
import { findDataset } from "../../../src/node/find-dataset.js";
import { loadRatings } from "../../../src/node/tables/load-ratings.js";
import { datasetTest } from "../../dataset-test.js";
import { ratingsOf } from "../made-up-ratings.js";

describe("givenSplit", () => {
  const train = ratingsOf([
    [1, "a", 5],
    [2, "b", 4],
  ]);

  test("takes two files as they are", () => {
    const test = ratingsOf([
      [2, "a", 3],
      [3, "b", 3],
      [1, "c", 1],
    ]);
    expect(givenSplit(train, test)).toEqual({ train, test });
  });

  test("refuses a pair that is in both, naming it and its rows", () => {
    const test = ratingsOf([
      [3, "c", 3],
      [2, "b", 1],
    ]);
    expect(() => givenSplit(train, test)).toThrow(
      "user 2 and item b are in train (row 1) and in test (row 1)",
    );
  });

  datasetTest("ml-100k", "u1 of MovieLens 100K is a split", async () => {
    const columns = { userId: 0, itemId: 1, rating: 2, timestamp: 3, separator: "\t" } as const;
    const load = (file: string) => loadRatings(join(findDataset("ml-100k"), file), columns);
    const { train, test } = givenSplit(await load("u1.base"), await load("u1.test"));
    expect([train.count, test.count]).toEqual([80_000, 20_000]);
  });
});
