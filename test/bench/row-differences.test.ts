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

test("intervals and p-values allow for all comparisons, of rows and of measures", () => {
  const measures = ["rmse", "mae"];
  const found = rowDifferences(values, { reference: "Reference", measures });
  const own = Float64Array.from(values.Noise.mae);
  const other = Float64Array.from(base);
  const alone = pairedBootstrap(own, other, { samples: 10_000, confidence: 0.95 });
  const together = pairedBootstrap(own, other, { samples: 10_000, confidence: 1 - 0.05 / 4 });
  expect(found.Noise!.mae).toMatchObject(together);
  expect(found.Noise!.mae!.high - found.Noise!.mae!.low).toBeGreaterThan(1.2 * (alone.high - alone.low));
  const all = ["Worse", "Noise"].flatMap((row) => measures.map((measure) => found[row]![measure]!));
  expect(found.Noise!.mae!.pValue).toBe(pairedRandomization(own, other));
  const pValues = all.map(({ pValue }) => pValue);
  expect(all.map(({ adjusted }) => adjusted)).toEqual([...adjustedPValues(pValues, "holm")]);
});

test("rows measured on different users are refused", () => {
  const fewer = { ...values, Worse: { rmse: [1, 2] } };
  expect(() => rowDifferences(fewer, { reference: "Reference", measures: ["rmse"] })).toThrow(
    "2 values cannot be paired with 60; measure both on the same test part",
  );
});
