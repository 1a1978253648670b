import { areFinite } from "../../kernels/dense/are-finite.js";

/** @throws RangeError if a number is NaN or infinite; it names the iteration and what to change. */
export function throwIfDiverged(
  name: string,
  iteration: number,
  numbers: Float64Array,
  learningRate: number,
): void {
  if (areFinite(numbers)) return;
  throw new RangeError(
    `${name} diverged in iteration ${iteration}: its numbers are no longer finite; ` +
      `set learningRate below ${learningRate}, or a higher regularization`,
  );
}
