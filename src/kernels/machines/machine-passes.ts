import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { type ColumnPrior, drawFactor } from "./draw-columns.js";
import { addProducts, addToTotals } from "./row-products.js";
import { sumOverRatings, updateRatings } from "./row-sums.js";

/** A relation block: the row of each rating, the rows, and the columns. */
export interface PassBlock {
  readonly rowOfRating: Int32Array;
  readonly rows: Float64Array;
  /** A row for each column of the block. */
  readonly columns: CsrMatrix;
}

/** What the passes of a sweep read and write. */
export interface PassData {
  readonly blocks: readonly PassBlock[];
  readonly residuals: Float64Array;
  readonly totals: Float64Array;
}

/** Some columns of a block, with their prior and a standard normal number for each. */
export interface DrawnColumns extends ColumnPrior {
  /** The first column. */
  readonly first: number;
  readonly normals: Float64Array;
}

/** The passes of a sweep over ratings, and over the entries of columns. */
export interface MachinePasses {
  /** What the passes work on: the given arrays, or copies. */
  readonly data: PassData;
  /** `addProducts` for all columns of a block. */
  addProducts(block: number, values: Float64Array): void;
  /** `addToTotals` for all blocks, after setting totals to 0. */
  writeTotals(): void;
  /** `updateRatings` for a block, and then `sumOverRatings` for the next; -1 for none. */
  overRatings(block: number, next: number): void;
  /** `drawFactor` for some columns of a block, as many as there are values. */
  drawFactor(block: number, columns: DrawnColumns, values: Float64Array): void;
}

/**
 * Opens the passes of a sweep. Reference: `gibbsSweep` in src/reference/factorization-machine.ts,
 * without blocks.
 */
export function openMachinePasses(data: PassData): MachinePasses {
  const { blocks, residuals, totals } = data;
  return {
    data,
    addProducts: (block, values) => addProducts(blocks[block].columns, values, blocks[block].rows),
    writeTotals() {
      totals.fill(0);
      for (const { rowOfRating, rows } of blocks) addToTotals(rowOfRating, rows, totals);
    },
    overRatings(block, next) {
      const [before, after] = [blocks[block], blocks[next]];
      if (before) updateRatings(before.rowOfRating, residuals, totals, before.rows);
      if (after) sumOverRatings(after.rowOfRating, residuals, totals, after.rows);
    },
    drawFactor(block, { first, normals, ...prior }, values) {
      const { rows, columns } = blocks[block];
      drawFactor(columnsFrom(columns, first, values.length), rows, prior, values, normals);
    },
  };
}

/** Some columns of a block. */
export function columnsFrom(columns: CsrMatrix, first: number, count: number): CsrMatrix {
  const starts = columns.starts.subarray(first, first + count + 1);
  return CsrMatrix.fromRows({ ...columns, starts });
}
