import fc from "fast-check";
import { CASES, OWN, ROW_WIDTH } from "../../../src/kernels/machines/block-rows.js";
import { sum } from "../../../src/math/sum.js";
import { sparse } from "../../sparse/matrices.js";

const number = fc.double({ min: -2, max: 2, noNaN: true });
const lists = (rows: number, columns: number) =>
  fc.array(fc.array(fc.oneof(fc.constant(0), number), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });

/**
 * A relation block as plain lists: features of each row, the row of each rating, its residual, what
 * is outside of the block, and a value and a normal number for each column.
 */
export const blockCases = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, columns }) => {
    const rowOfRating = fc.array(fc.integer({ min: 0, max: rows - 1 }), { minLength: 1, maxLength: 8 });
    const ofColumns = fc.array(number, { minLength: columns, maxLength: columns });
    return fc.record({
      features: lists(rows, columns),
      ratings: rowOfRating.chain((each) =>
        fc.tuple(
          ...each.map((row) => fc.record({ row: fc.constant(row), residual: number, others: number })),
        ),
      ),
      values: ofColumns,
      normals: ofColumns,
      prior: fc.record({
        mean: number,
        precision: fc.double({ min: 0.1, max: 5, noNaN: true }),
        noise: fc.double({ min: 0.1, max: 5, noNaN: true }),
      }),
    });
  });

export type BlockCase = typeof blockCases extends fc.Arbitrary<infer T> ? T : never;

/** Σ v x of a row. */
export const productOf = (features: readonly number[], values: readonly number[]) =>
  sum(features.map((x, column) => x * values[column]!));

/** The arrays that kernels take. */
export function arraysOf({ features, ratings, values, normals }: BlockCase) {
  const rows = new Float64Array(features.length * ROW_WIDTH);
  for (const { row } of ratings) rows[row * ROW_WIDTH + CASES]!++;
  for (const [row, own] of features.entries()) rows[row * ROW_WIDTH + OWN] = productOf(own, values);
  const columns = values.map((_, column) => features.map((own) => own[column]!));
  return {
    columns: sparse(columns),
    rows,
    rowOfRating: Int32Array.from(ratings, ({ row }) => row),
    residuals: Float64Array.from(ratings, ({ residual }) => residual),
    totals: Float64Array.from(ratings, ({ row, others }) => productOf(features[row]!, values) + others),
    values: Float64Array.from(values),
    normals: Float64Array.from(normals),
  };
}
