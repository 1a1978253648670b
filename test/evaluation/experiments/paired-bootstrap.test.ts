import { describe, expect, test } from "vitest";
import { pairedBootstrap, pairedBootstraps } from "../../../src/evaluation/experiments/paired-bootstrap.js";
import { random } from "../../../src/math/random.js";
import { mean, quantile } from "../../../src/math/statistics.js";

describe("pairedBootstrap", () => {
  const drawn = random({ seed: 5 });
  const hardness = Float64Array.from({ length: 400 }, () => 10 * drawn.normal());
  const first = hardness.map((value) => value + 1 + drawn.normal());
  const second = hardness.map((value) => value + drawn.normal());

  test("gives the difference, and about 1.96 standard errors on either side of it", () => {
    const { difference, low, high } = pairedBootstrap(first, second, { samples: 4000 });
    const differences = first.map((value, pair) => value - second[pair]!);
    const center = differences.reduce((sum, each) => sum + each) / 400;
    const spread = Math.sqrt(differences.reduce((sum, each) => sum + (each - center) ** 2, 0) / 400 / 400);
    expect(difference).toBeCloseTo(center, 12);
    expect((high - difference) / spread).toBeCloseTo(1.96, 0);
    expect((difference - low) / spread).toBeCloseTo(1.96, 0);
    const narrow = pairedBootstrap(first, second, { samples: 4000, confidence: 0.68 });
    expect((narrow.high - narrow.low) / 2 / spread).toBeCloseTo(1, 1);
  });

  test("is the same for the same seed, and changes sign with the order of the two", () => {
    const there = pairedBootstrap(first, second, { seed: 3 });
    const back = pairedBootstrap(second, first, { seed: 3 });
    expect(pairedBootstrap(first, second, { seed: 3 })).toEqual(there);
    expect(back.difference).toBeCloseTo(-there.difference, 12);
    expect(back.low).toBeCloseTo(-there.high, 12);
    expect(pairedBootstrap(first, first)).toEqual({ difference: 0, low: 0, high: 0 });
  });

  test("measures squared errors by the root of their mean", () => {
    const [a, b] = [Float64Array.of(4, 0), Float64Array.of(1, 1)];
    expect(pairedBootstrap(a, b, { transform: Math.sqrt }).difference).toBe(Math.SQRT2 - 1);
  });

  test("leaves out pairs of which one is NaN", () => {
    const known = pairedBootstrap(Float64Array.of(1, 3), Float64Array.of(0, 1));
    const withGaps = pairedBootstrap(Float64Array.of(1, 9, 3, NaN), Float64Array.of(0, NaN, 1, 7));
    expect(withGaps).toEqual(known);
    expect(pairedBootstrap(new Float64Array(), new Float64Array()).low).toBeNaN();
  });

  test("refuses what cannot be paired and settings out of range", () => {
    expect(() => pairedBootstrap(first, first.subarray(1))).toThrow("400 values cannot be paired with 399");
    expect(() => pairedBootstrap(first, second, { samples: 0 })).toThrow("samples: 0");
    expect(() => pairedBootstrap(first, second, { confidence: 95 })).toThrow("confidence: 95");
  });
});

test("pairedBootstraps gives what pairedBootstrap gives of each pair, also where lengths differ", () => {
  const drawn = random({ seed: 1 });
  const valuesOf = (count: number) => Float64Array.from({ length: count }, () => drawn.uniform());
  const [first, second, third, longer] = [400, 400, 400, 300_000].map(valuesOf) as Float64Array[];
  const withGap = first!.map((value, place) => (place === 7 ? Number.NaN : value));
  const others = longer!.map((value) => value + drawn.normal());
  const none = new Float64Array();
  const pairs = [
    [first!, third!],
    [second!, third!],
    [withGap, third!],
    [longer!, others],
    [none, none],
  ] as const;
  const options = { samples: 40, seed: 2, transform: Math.sqrt };
  expect(pairedBootstraps(pairs, options)).toEqual(
    pairs.map(([one, other]) => pairedBootstrap(one, other, options)),
  );
  expect(pairedBootstraps([], options)).toEqual([]);
  expect(() => pairedBootstraps([[first!, longer!]])).toThrow("400 values cannot be paired with 300000");
});

test.each([{}, { generator: "numpy", transform: Math.sqrt }] as const)(
  "an interval is that of metrics of rows drawn one by one, %o",
  (options) => {
    const [first, second] = [Float64Array.of(1, 4, 9, 16, 25), Float64Array.of(3, 1, 4, 1, 5)];
    const { transform = (each: number) => each } = options;
    const drawn = random({ seed: 6, ...options });
    const differences = Float64Array.from({ length: 99 }, () => {
      const rows = Array.from(first, () => drawn.below(5));
      const metric = (values: Float64Array) => transform(mean(rows.map((row) => values[row]!)));
      return metric(first) - metric(second);
    });
    expect(pairedBootstrap(first, second, { samples: 99, seed: 6, confidence: 0.5, ...options })).toEqual({
      difference: transform(11) - transform(2.8),
      low: quantile(differences, 0.25),
      high: quantile(differences, 0.75),
    });
  },
);
