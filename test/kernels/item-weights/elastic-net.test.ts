import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elasticNet as kernel } from "../../../src/kernels/item-weights/elastic-net.js";
import { elasticNet, type Penalties } from "../../../src/reference/elastic-net.js";
import { CsrMatrix } from "../../../src/sparse/csr-matrix.js";

/** The weights of all columns but the target by the kernel; the residual must be left at 0. */
function fast(
  columns: readonly (readonly number[])[],
  target: number,
  penalties: Penalties,
  { iterations = 5000, tolerance = 1e-13 } = {},
) {
  const entries = columns.map((column) => [...column.entries()].filter(([, value]) => value !== 0));
  const starts = [0];
  for (const [column, own] of entries.entries()) starts.push(starts[column]! + own.length);
  const residual = new Float64Array(columns[0]!.length);
  const weights = new Float64Array(columns.length);
  kernel(
    target,
    CsrMatrix.fromRows({
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries.flat(), ([row]) => row),
      values: Float64Array.from(entries.flat(), ([, value]) => value),
      columnCount: residual.length,
    }),
    Float64Array.from(columns, (column) => column.reduce((sum, value) => sum + value * value, 0)),
    Int32Array.from(columns.keys()).filter((column) => column !== target),
    penalties.l1,
    penalties.l2,
    penalties.positiveOnly,
    iterations,
    tolerance,
    residual,
    weights,
  );
  expect(residual.every((value) => value === 0)).toBe(true);
  return weights;
}

describe("elasticNet", () => {
  test("gives the weight that is worked out on paper", () => {
    // x = (1, 1, 0), y = (1, 1, 1): w = (x·y − l1) / (x·x + l2) = (2 − 0.5) / (2 + 1).
    const columns = [
      [1, 1, 0],
      [1, 1, 1],
    ];
    expect(fast(columns, 1, { l1: 0.5, l2: 1, positiveOnly: true })[0]).toBeCloseTo(0.5, 15);
    expect(fast(columns, 1, { l1: 2, l2: 1, positiveOnly: true })[0]).toBe(0);
    const against = [
      [1, -1, 0],
      [-1, 1, 1],
    ];
    expect(fast(against, 1, { l1: 0.5, l2: 1, positiveOnly: true })[0]).toBe(0);
    expect(fast(against, 1, { l1: 0.5, l2: 1, positiveOnly: false })[0]).toBeCloseTo(-0.5, 15);
  });

  test("finds what the readable twin finds", () => {
    const value = fc.constantFrom(0, 0, 1, 1, 2, 0.5);
    const columns = fc.array(fc.array(value, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 7 });
    const penalties = fc.record({
      l1: fc.constantFrom(0, 0.1, 1),
      l2: fc.constantFrom(0.2, 1, 10),
      positiveOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(columns, penalties, (made, each) => {
        const found = fast(made, 0, each);
        const expected = elasticNet(made.slice(1), made[0]!, each);
        for (const [k, weight] of expected.entries()) expect(found[k + 1]).toBeCloseTo(weight, 9);
      }),
      { numRuns: 200 },
    );
  });

  test("a column without entries has no weight, even with no penalty", () => {
    const columns = [
      [1, 1],
      [0, 0],
      [1, 0],
    ];
    expect([...fast(columns, 0, { l1: 0, l2: 0, positiveOnly: true })]).toEqual([0, 0, 1]);
  });

  test("stops after its passes", () => {
    const columns = [
      [1, 1, 0],
      [1, 0.9, 0],
      [0.9, 1, 0.1],
    ];
    const once = fast(columns, 0, { l1: 0, l2: 0.1, positiveOnly: false }, { iterations: 1 });
    const expected = elasticNet(columns.slice(1), columns[0]!, { l1: 0, l2: 0.1, positiveOnly: false }, 1);
    expect(once[1]).toBeCloseTo(expected[0]!, 12);
    expect(once[2]).toBeCloseTo(expected[1]!, 12);
  });

  test("does not stop before all columns were passed over again", () => {
    // The last column comes in only once the second one has given way to the third.
    const columns = [
      [2, 2, 2],
      [2, 2, 0],
      [1, 0, 2],
      [1, 2, 0],
    ];
    const weights = fast(columns, 0, { l1: 0.5, l2: 0.5, positiveOnly: true }, { tolerance: 0.25 });
    expect(weights[3]).toBeGreaterThan(0);
  });
});
