import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elasticNet as kernel } from "../../../src/kernels/item-weights/elastic-net.js";
import { elasticNet, type Penalties } from "../../../src/reference/elastic-net.js";
import { rowSquares } from "../../../src/sparse/row-squares.js";
import { sparse } from "../../sparse/matrices.js";

/** The weights of all columns but the target by the kernel, and the residual it leaves. */
function solve(
  columns: readonly (readonly number[])[],
  target: number,
  { l1, l2, positiveOnly }: Penalties,
  limits = { iterations: 5000, tolerance: 1e-13 },
) {
  const matrix = sparse(columns);
  const candidates = Int32Array.from(columns.keys()).filter((column) => column !== target);
  const penalties = { l1, l2, positiveOnly: positiveOnly ? 1 : 0 } as const;
  const residual = Float64Array.from(columns[target]!);
  const weights = new Float64Array(columns.length);
  kernel(matrix, rowSquares(matrix), candidates, penalties, limits, residual, weights);
  return { weights, residual };
}

describe("elasticNet", () => {
  test("gives the weight that is worked out on paper, and the residual y − Σ x w", () => {
    // x = (1, 1, 0), y = (1, 1, 1): w = (x·y − l1) / (x·x + l2) = (2 − 0.5) / (2 + 1).
    const columns = [
      [1, 1, 0],
      [1, 1, 1],
    ];
    const { weights, residual } = solve(columns, 1, { l1: 0.5, l2: 1, positiveOnly: true });
    expect(weights[0]).toBeCloseTo(0.5, 15);
    for (const [row, value] of [0.5, 0.5, 1].entries()) expect(residual[row]).toBeCloseTo(value, 15);
    expect(solve(columns, 1, { l1: 2, l2: 1, positiveOnly: true }).weights[0]).toBe(0);
    const against = [
      [1, -1, 0],
      [-1, 1, 1],
    ];
    expect(solve(against, 1, { l1: 0.5, l2: 1, positiveOnly: true }).weights[0]).toBe(0);
    const free = solve(against, 1, { l1: 0.5, l2: 1, positiveOnly: false });
    expect(free.weights[0]).toBeCloseTo(-0.5, 15);
  });

  test("finds the weights of the reference implementation", () => {
    const value = fc.constantFrom(0, 0, 1, 1, 2, 0.5);
    const columns = fc
      .integer({ min: 1, max: 6 })
      .chain((rows) =>
        fc.array(fc.array(value, { minLength: rows, maxLength: rows }), { minLength: 1, maxLength: 7 }),
      );
    const penalties = fc.record({
      l1: fc.constantFrom(0, 0.1, 1),
      l2: fc.constantFrom(0.2, 1, 10),
      positiveOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(columns, penalties, (made, each) => {
        const { weights } = solve(made, 0, each);
        const expected = elasticNet(made.slice(1), made[0]!, each);
        for (const [k, weight] of expected.entries()) expect(weights[k + 1]).toBeCloseTo(weight, 9);
      }),
      { numRuns: 200 },
    );
  });

  test("gives no weight to a column without entries, even without a penalty", () => {
    const columns = [
      [1, 1],
      [0, 0],
      [1, 0],
    ];
    expect([...solve(columns, 0, { l1: 0, l2: 0, positiveOnly: true }).weights]).toEqual([0, 0, 1]);
  });

  test("changes nothing without candidates", () => {
    const { weights, residual } = solve([[1, 2]], 0, { l1: 0, l2: 0, positiveOnly: true });
    expect([[...weights], [...residual]]).toEqual([[0], [1, 2]]);
  });

  test("stops after its passes", () => {
    const columns = [
      [1, 1, 0],
      [1, 0.9, 0],
      [0.9, 1, 0.1],
    ];
    const penalties = { l1: 0, l2: 0.1, positiveOnly: false };
    const { weights } = solve(columns, 0, penalties, { iterations: 1, tolerance: 1e-13 });
    const expected = elasticNet(columns.slice(1), columns[0]!, penalties, 1);
    expect(weights[1]).toBeCloseTo(expected[0]!, 12);
    expect(weights[2]).toBeCloseTo(expected[1]!, 12);
  });

  test("has not converged before a pass over all columns confirms it", () => {
    // The last column gets a weight only after the second one has given way to the third.
    const columns = [
      [2, 2, 2],
      [2, 2, 0],
      [1, 0, 2],
      [1, 2, 0],
    ];
    const limits = { iterations: 5000, tolerance: 0.25 };
    const { weights } = solve(columns, 0, { l1: 0.5, l2: 0.5, positiveOnly: true }, limits);
    expect(weights[3]).toBeGreaterThan(0);
  });
});
