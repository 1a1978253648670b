import { adjustedPValues, pairedBootstrap, pairedRandomization, random } from "reelbook";
import { expect, test } from "vitest";
import { rowDifferences } from "../../bench/leaderboard/row-differences.mjs";

const drawn = random({ seed: 3 });
const noise = (mean: number) => Array.from({ length: 60 }, () => mean + drawn.uniform());
const base = noise(1);
const values = {
  Reference: { rmse: base, mae: base },
  Worse: { rmse: base.map((value) => value + 0.5), mae: base.map((value) => value + 0.5) },
  Noise: { rmse: noise(1), mae: noise(1) },
};

test("each row is compared with the reference row, in the wanted measures", () => {
  const found = rowDifferences(values, { reference: "Reference", measures: ["rmse"] });
  expect(Object.keys(found)).toEqual(["Worse", "Noise"]);
  const mean = base.reduce((sum, each) => sum + each, 0) / 60;
  expect(found.Worse!.rmse!.difference).toBeCloseTo(Math.sqrt(mean + 0.5) - Math.sqrt(mean), 14);
  expect(found.Worse!.rmse!.low).toBeGreaterThan(0);
  expect(found.Noise!.rmse!.low).toBeLessThan(0);
  expect(found.Noise!.rmse!.high).toBeGreaterThan(0);
});

test("p-values and intervals allow for all comparisons, of rows and of measures, by Holm's method", () => {
  const measures = ["rmse", "mae"];
  const found = rowDifferences(values, { reference: "Reference", measures });
  const all = ["Worse", "Noise"].flatMap((row) => measures.map((measure) => found[row]![measure]!));
  const other = Float64Array.from(base);
  const pValues = [values.Worse.rmse, values.Worse.mae, values.Noise.rmse, values.Noise.mae].map((own) =>
    pairedRandomization(Float64Array.from(own), other),
  );
  expect(all.map(({ pValue }) => pValue)).toEqual(pValues);
  expect(all.map(({ adjusted }) => adjusted)).toEqual([...adjustedPValues(pValues, "holm")]);

  // The two of Worse are significant: the first allows for four comparisons, the second for three,
  // and those that are not for two.
  const interval = (own: number[], comparisons: number) =>
    pairedBootstrap(Float64Array.from(own), other, { samples: 10_000, confidence: 1 - 0.05 / comparisons });
  expect(all.map(({ adjusted }) => adjusted < 0.05)).toEqual([true, true, false, false]);
  expect(found.Worse!.mae).toMatchObject(interval(values.Worse.mae, 3));
  expect(found.Noise!.mae).toMatchObject(interval(values.Noise.mae, 2));
});

test("rows measured on different users are refused", () => {
  const fewer = { ...values, Worse: { rmse: [1, 2] } };
  expect(() => rowDifferences(fewer, { reference: "Reference", measures: ["rmse"] })).toThrow(
    "2 values cannot be paired with 60; measure both on the same test part",
  );
});
