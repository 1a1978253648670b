import fc from "fast-check";

/** Symmetric positive definite matrices of 1 × 1 to 9 × 9: B Bᵀ + I for a B of small integers. */
export const definiteTables: fc.Arbitrary<number[][]> = fc.integer({ min: 1, max: 9 }).chain((n) => {
  const line = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: n, maxLength: n });
  return fc.array(line, { minLength: n, maxLength: n }).map(squares);
});

function squares(table: readonly (readonly number[])[]): number[][] {
  return table.map((a, i) =>
    table.map((b, j) => a.reduce((sum, value, k) => sum + value * b[k]!, i === j ? 1 : 0)),
  );
}

/** The largest difference of two lists of numbers, as a share of the largest number expected. */
export function relativeError(actual: Float64Array, expected: readonly number[]): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  const largest = Math.max(0, ...expected.map(Math.abs));
  return Math.max(0, ...expected.map((value, k) => Math.abs(value - actual[k]!))) / (largest || 1);
}
