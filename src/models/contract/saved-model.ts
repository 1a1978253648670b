import { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { SavedArray, SavedModel } from "./model.js";

/**
 * A saved Float64Array by name; a missing one, or one of another type or length, is a RangeError.
 */
export function savedNumbers(
  { arrays }: Pick<SavedModel, "arrays">,
  name: string,
  length: number,
): Float64Array {
  const array = arrays[name];
  if (array instanceof Float64Array && array.length === length) return array;
  const found = array ? `${array.constructor.name} of ${array.length}` : "nothing";
  throw invalidModelError(`${name} is ${found} instead of ${length} numbers`);
}

/** The square similarity matrix of a saved model; inconsistent arrays are a RangeError. */
export function savedSimilarities(saved: SavedModel, rowCount: number): CsrMatrix {
  return savedRows(saved, { rowCount, columnCount: rowCount });
}

/** The sparse matrix of a saved model; inconsistent arrays are a RangeError. O(entries + rows). */
export function savedRows(
  { arrays }: SavedModel,
  { rowCount, columnCount = 0 }: { rowCount: number; columnCount: number | undefined },
): CsrMatrix {
  const { starts, indices, values } = arrays;
  const fits =
    starts instanceof Int32Array &&
    indices instanceof Int32Array &&
    values instanceof Float64Array &&
    starts.length === rowCount + 1 &&
    starts[0] === 0 &&
    starts[rowCount] === indices.length &&
    starts.every((start, row) => row === 0 || start >= starts[row - 1]) &&
    indices.length === values.length &&
    indices.every((index) => index >= 0 && index < columnCount);
  if (!fits) throw invalidModelError("its rows do not fit together");
  return CsrMatrix.fromRows({ starts, indices, values, columnCount });
}

/** The arrays of a matrix, as {@link savedRows} reads them. */
export function stateOfRows({ starts, indices, values }: CsrMatrix): Record<string, SavedArray> {
  return { starts, indices, values };
}

/** The error for a saved model that cannot be read. */
export function invalidModelError(what: string): RangeError {
  return new RangeError(`saved model: ${what}; save the model again with modelToBuffer or saveModel`);
}
