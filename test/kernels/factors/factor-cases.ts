import fc from "fast-check";
import { expect } from "vitest";
import type { Factors } from "../../../src/kernels/dense/factors.js";
import type { IndexedRating } from "../../../src/reference/baseline.js";
import type { CsrMatrix } from "../../../src/sparse/csr-matrix.js";
import { sparse } from "../../sparse/matrices.js";

/** Ratings and the biases and factors that an epoch starts from. */
export interface FactorCase {
  /** Rows are users. */
  readonly byUser: CsrMatrix;
  /** The same ratings, user by user. */
  readonly ratings: readonly IndexedRating[];
  readonly width: number;
  readonly userBiases: readonly number[];
  readonly itemBiases: readonly number[];
  readonly userFactors: readonly (readonly number[])[];
  readonly itemFactors: readonly (readonly number[])[];
  readonly implicitFactors: readonly (readonly number[])[];
}

const sizes = fc.record({
  users: fc.integer({ min: 0, max: 5 }),
  items: fc.integer({ min: 1, max: 5 }),
  width: fc.integer({ min: 0, max: 9 }),
});

/**
 * Up to 5 users and items, some without ratings, and 0 to 9 factors: multiples of 1/16, as ratios
 * of subnormal numbers have too few digits to compare.
 */
export function factorCases({ min = -1 } = {}): fc.Arbitrary<FactorCase> {
  const numbers = (length: number) =>
    fc.array(
      fc.integer({ min: 16 * min, max: 16 }).map((n) => n / 16),
      { minLength: length, maxLength: length },
    );
  const rows = (count: number, width: number) =>
    fc.array(numbers(width), { minLength: count, maxLength: count });
  return sizes.chain(({ users, items, width }) =>
    fc
      .record({
        table: fc.array(fc.array(fc.constantFrom(0, 0, 1, 3.5, 5), { minLength: items, maxLength: items }), {
          minLength: users,
          maxLength: users,
        }),
        userBiases: numbers(users),
        itemBiases: numbers(items),
        userFactors: rows(users, width),
        itemFactors: rows(items, width),
        implicitFactors: rows(items, width),
      })
      .map(({ table, ...start }) => ({ ...start, ...ratingsOf(table, items), width })),
  );
}

function ratingsOf(table: readonly number[][], items: number) {
  const ratings = table.flatMap((line, user) =>
    line.flatMap((rating, item) => (rating === 0 ? [] : [{ user, item, rating }])),
  );
  return { byUser: sparse(table, items), ratings };
}

/** Rows of numbers as a kernel takes them. */
export function factorsOf(rows: readonly (readonly number[])[], width: number): Factors {
  return { values: Float64Array.from(rows.flat()), width };
}

/** A copy that a reference implementation may change. */
export function copyOf(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row) => [...row]);
}

/** Expects numbers that are equal but for rounding. */
export function expectClose(actual: Float64Array, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  for (const [k, value] of expected.entries()) {
    expect(Math.abs(actual[k]! - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
  }
}
