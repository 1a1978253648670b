import { expect, test } from "vitest";
import { bootstrapMeans } from "../../../src/kernels/dense/bootstrap-means.js";
import { random } from "../../../src/math/random.js";
import { mean } from "../../../src/math/statistics.js";

// 5 rows: all samples are drawn at once. 300,000: four at a time.
test.each([
  [5, 1],
  [5, 199],
  [5, 200],
  [300_000, 6],
])("the means of %d values over rows drawn one by one", (count, samples) => {
  const values = random({ seed: 1 });
  const arrays = [1, 2].map(() => Float64Array.from({ length: count }, () => values.uniform()));
  const drawn = random({ seed: 4 });
  const expected = arrays.map(() => new Float64Array(samples));
  for (let sample = 0; sample < samples; sample++) {
    const rows = Array.from({ length: count }, () => drawn.below(count));
    for (const [place, array] of arrays.entries()) {
      expected[place]![sample] = mean(rows.map((row) => array[row]!));
    }
  }
  expect(bootstrapMeans(arrays, samples, random({ seed: 4 }))).toEqual(expected);
});

test("there is no mean of no rows, and nothing of no arrays", () => {
  expect(bootstrapMeans([new Float64Array()], 2, random())).toEqual([
    Float64Array.of(Number.NaN, Number.NaN),
  ]);
  expect(bootstrapMeans([], 2, random())).toEqual([]);
});
