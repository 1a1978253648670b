import { expect, test } from "vitest";
import type { Comparison } from "../../../src/evaluation/experiments/compare.js";
import { compareWithReference } from "../../../src/evaluation/experiments/compare-with-reference.js";
import { pairedBootstrap } from "../../../src/evaluation/experiments/paired-bootstrap.js";

/** A comparison whose models have these values of users. */
function tableOf(values: Readonly<Record<string, readonly number[]>>): Comparison<"ndcg@10"> {
  const rows = Object.keys(values).map((model) => ({ model }));
  return Object.assign(rows, {
    valuesOf: (model: string) => Float64Array.from(values[model]!),
  }) as unknown as Comparison<"ndcg@10">;
}

const waves = (amount: number) => Array.from({ length: 60 }, (_, user) => 0.5 + amount * Math.sin(7 * user));
const table = tableOf({
  best: waves(0).map((value) => value + 0.2),
  same: waves(0.3),
  other: waves(0.2),
  plain: waves(0),
});

test("each other model has its interval, its p-value and the corrected one", () => {
  const rows = compareWithReference(table, { metric: "ndcg@10", reference: "plain", seed: 3 });
  expect(rows.map(({ model, isSignificant }) => [model, isSignificant])).toEqual([
    ["best", true],
    ["same", false],
    ["other", false],
  ]);
  const [best] = rows;
  const interval = pairedBootstrap(table.valuesOf("best", "ndcg@10"), table.valuesOf("plain", "ndcg@10"), {
    seed: 3,
  });
  expect(best).toMatchObject(interval);
  expect(best!.pValue).toBeCloseTo(1 / 10_001, 12);
  expect(best!.adjusted).toBeCloseTo(3 / 10_001, 12);
});

test("the first row is the reference by default, and the correction can be chosen", () => {
  const options = { metric: "ndcg@10", samples: 300 } as const;
  expect(compareWithReference(table, options).map(({ model }) => model)).toEqual(["same", "other", "plain"]);
  const adjusted = (correction: "holm" | "benjamini-hochberg" | "none") =>
    compareWithReference(table, { ...options, correction }).map((row) => row.adjusted);
  const none = adjusted("none");
  expect(none).toEqual(compareWithReference(table, options).map(({ pValue }) => pValue));
  for (const [place, p] of adjusted("benjamini-hochberg").entries()) {
    expect(p).toBeGreaterThanOrEqual(none[place]!);
    expect(p).toBeLessThanOrEqual(adjusted("holm")[place]!);
  }
});

test("refuses an unknown model, correction and confidence", () => {
  const metric = "ndcg@10" as const;
  expect(() => compareWithReference(table, { metric, reference: "Best" })).toThrow(
    'reference: "Best" is none of',
  );
  expect(() => compareWithReference(table, { metric, correction: "x" as "holm" })).toThrow(
    'correction: "x" is',
  );
  expect(() => compareWithReference(table, { metric, confidence: 1 })).toThrow(
    "confidence: 1 is not a share",
  );
});
