/** Throws where a model's numbers have left all bounds, and says at which iteration and what to change. */
export function throwIfDiverged(
  name: string,
  iteration: number,
  numbers: Float64Array,
  learningRate: number,
): void {
  if (numbers.every(Number.isFinite)) return;
  throw new RangeError(
    `${name} diverged in iteration ${iteration}: its numbers are no longer finite; ` +
      `set learningRate below ${learningRate}, or a higher regularization`,
  );
}
