import { expect, test } from "vitest";
import { contentVectors } from "../../../src/models/content/content-vectors.js";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import { tfIdf } from "../../../src/models/content/tf-idf.js";
import { tableOf } from "../../sparse/matrices.js";

const root = Math.sqrt(1 / 2);

test("categories are 1 in their column, and each known feature has the same weight", () => {
  const features = SideFeatures.from([
    { id: 1, studio: "Fox", colour: true },
    { id: 2, studio: "MGM" },
    { id: 3 },
  ]);
  expect(tableOf(contentVectors(features)).map((row) => row.slice(0, 3))).toEqual([
    [expect.closeTo(root, 12), 0, expect.closeTo(root, 12)],
    [0, 1, 0],
    [0, 0, 0],
  ]);
});

test("numbers are shares of the two places next to them, and far ones are at the end", () => {
  // Mean 0 and standard deviation 1, as they are; the last is 2.5 deviations.
  const numbers = [-1, -1, 1, 1, 0.5, -0.5, 2.5, -2.5];
  const deviation = Math.sqrt(numbers.reduce((sum, x) => sum + x * x, 0) / numbers.length);
  const rows = numbers.map((x, id) => ({ id, x: x }));
  const [, , , , half, , far] = tableOf(contentVectors(SideFeatures.from(rows))).map((row) => row.slice(1));
  const share = 0.5 / deviation;
  const length = Math.hypot(share, 1 - share);
  expect(half).toEqual([
    0,
    0,
    expect.closeTo((1 - share) / length, 12),
    expect.closeTo(share / length, 12),
    0,
  ]);
  const beyond = Math.min(2.5 / deviation, 2) - 1;
  const farLength = Math.hypot(beyond, 1 - beyond);
  expect(far).toEqual([
    ...[0, 0, 0],
    expect.closeTo((1 - beyond) / farLength, 12),
    expect.closeTo(beyond / farLength, 12),
  ]);
});

test("equal numbers are alike, and one outlier is at the last place", () => {
  const rows = Array.from({ length: 20 }, (_, id) => ({ id, x: id === 0 ? 100 : 1 }));
  const table = tableOf(contentVectors(SideFeatures.from(rows)));
  expect(table[0]!.slice(1)).toEqual([0, 0, 0, 0, 1]);
  expect(table[1]).toEqual(table[2]);
  const same = tableOf(contentVectors(SideFeatures.from(rows.slice(1))));
  expect(same[0]!.slice(1)).toEqual([0, 0, 1, 0, 0]);
});

test("a set alone has the vectors of TF-IDF", () => {
  const sets = [["a", "b"], ["b"], ["b", "c", "a"], []];
  const features = SideFeatures.from(sets.map((tags, id) => ({ id, tags })));
  const ours = tableOf(contentVectors(features)).map((row) => row.slice(0, 3));
  const theirs = tableOf(tfIdf(sets).rows);
  for (const [row, values] of theirs.entries()) {
    for (const [column, value] of values.entries()) expect(ours[row]![column]).toBeCloseTo(value, 12);
  }
});
