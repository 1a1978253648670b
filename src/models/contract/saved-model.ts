import { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { SavedArray, SavedModel } from "./model.js";

/** A saved array of numbers by its name; a RangeError where it is missing, of another kind or of another length. */
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

/** The similarities of a saved model by row; a RangeError where they do not fit together. */
export function savedSimilarities(saved: SavedModel, rowCount: number): CsrMatrix {
  return savedRows(saved, { rowCount, columnCount: rowCount });
}

/** The sparse rows of a saved model; a RangeError where they do not fit together. */
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

/** What a matrix is saved as: see {@link savedRows}. */
export function stateOfRows({ starts, indices, values }: CsrMatrix): Record<string, SavedArray> {
  return { starts, indices, values };
}

/** A saved model that cannot be read. */
export function invalidModelError(what: string): RangeError {
  return new RangeError(`saved model: ${what}; save the model anew with modelToBuffer or saveModel`);
}
