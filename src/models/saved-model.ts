import type { Ratings } from "../ratings/ratings.js";

export type SavedArray = Float64Array | Int32Array;

/** What a saved model is made of. */
export interface SavedModel {
  readonly settings: object;
  readonly ratings: Ratings;
  readonly arrays: Readonly<Record<string, SavedArray>>;
}

/** A saved array of numbers by its name; a RangeError where it is missing, of another kind or of another length. */
export function savedNumbers({ arrays }: SavedModel, name: string, length: number): Float64Array {
  const array = arrays[name];
  if (array instanceof Float64Array && array.length === length) return array;
  const found = array ? `${array.constructor.name} of ${array.length}` : "nothing";
  throw new RangeError(`saved model: ${name} is ${found} instead of ${length} numbers; save the model anew`);
}
