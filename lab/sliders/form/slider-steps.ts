/** A range of numbers that a slider moves over. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const MOST_STEPS = 40;

/** The value of a slider without rounding errors: 0.1 + 0.2 is 0.3. */
export function onStep(value: number, { min, step }: SliderRange): number {
  const decimals = Math.max(decimalsOf(min), decimalsOf(step));
  return Number(value.toFixed(decimals));
}

/** The values that *play* steps through after `value`: at most 40, from the start if at the end. */
export function stepsAfter(value: number, range: SliderRange): number[] {
  const { min, max, step } = range;
  const stride = step * Math.max(1, Math.ceil((max - min) / step / MOST_STEPS));
  const restarts = !(value < max);
  const values = restarts ? [min] : [];
  for (let next = (restarts ? min : value) + stride; next < max - stride * 1e-9; next += stride) {
    values.push(onStep(next, range));
  }
  return [...values, max];
}

function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.min(100, Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent)));
}
