// @module-tag slow
import { kFolds, Ratings, type Split } from "reelbook";
import { describe, expect, test } from "vitest";
import { PROTOCOLS } from "../../bench/settings/protocols.mjs";
import { validationParts } from "../../bench/settings/validation-parts.mjs";
import { findDataset } from "../../src/node/find-dataset.js";
import { datasetTest } from "../dataset-test.js";

/** Each row as one number. Ids are numbers below 2²⁰ in all these data sets. */
const rowsOf = (ratings: Ratings) =>
  Float64Array.from(ratings, ({ userId, itemId }) => 2 ** 20 * Number(userId) + Number(itemId));

/** Each part is all of its split's train rows, divided in two; none of its rows is a test row. */
function expectInsideTrain(
  splits: readonly Split[],
  { testShare, seeds }: { testShare: number; seeds: readonly number[] },
) {
  const parts = validationParts(splits, { measure: "rmse", testShare, seeds });
  expect(parts).toHaveLength(splits.length);
  for (const [place, { train, test: unseen }] of splits.entries()) {
    const known = rowsOf(train).sort();
    const never = new Set(rowsOf(unseen));
    expect(parts[place]).toHaveLength(seeds.length);
    for (const part of parts[place]!) {
      const rows = Float64Array.from([...rowsOf(part.train), ...rowsOf(part.test)]).sort();
      expect(Buffer.compare(new Uint8Array(rows.buffer), new Uint8Array(known.buffer))).toBe(0);
      expect(rows.some((row) => never.has(row))).toBe(false);
      expect(Math.abs(part.test.count - testShare * train.count)).toBeLessThanOrEqual(1);
    }
    const drawn = parts[place]!.map((part) => rowsOf(part.test).join());
    expect(new Set(drawn).size).toBe(seeds.length);
  }
}

test("validation parts of made-up folds lie in train, one for each seed", () => {
  const all = Array.from({ length: 40 }, (_, row) => ({
    userId: row % 7,
    itemId: row % 11,
    rating: 1 + (row % 5),
  }));
  const folds = kFolds(Ratings.from(all), { folds: 3, seed: 1 });
  expectInsideTrain(folds, { testShare: 0.25, seeds: [0, 5] });
});

const searched = Object.entries(PROTOCOLS).filter(([, { grids }]) => Object.keys(grids).length > 0);

describe.each(searched)("of %s", (_, { dataset, splits, validation }) => {
  datasetTest(dataset, "validation parts lie in train, and no test row is among them", async () => {
    expectInsideTrain(await splits(findDataset(dataset)), validation);
  });
});
