import { isWithin, type Range, rangePhrase } from "../../settings/range.js";
import type { Control } from "./control.js";
import { controlError } from "./control-error.js";
import type { ParameterControl } from "./parameter-control.js";

/** A slider for a number, with the ends, step and limits that the control leaves open. */
export function slider(name: string, value: number, control: Control): ParameterControl {
  rejectUnusable(name, control);
  const limits = limitsOf(control);
  const { orInfinity } = control.setting ?? {};
  const isWhole = control.setting?.kind === "integer";
  const takes = `a ${isWhole ? "whole " : ""}number${rangePhrase(limits)}${orInfinity ? ", or Infinity" : ""}`;
  const isAllowed = (number: number) =>
    (isWithin(number, limits) && (!isWhole || Number.isSafeInteger(number))) ||
    (orInfinity === true && number === Number.POSITIVE_INFINITY);

  for (const end of ["min", "max"] as const) {
    const place = control[end];
    if (place === undefined || isAllowed(place)) continue;
    throw controlError(
      name,
      `has ${end} ${place}, but the parameter takes ${takes}; let the slider end there`,
    );
  }
  const size = Number.isFinite(value) ? value : (control.max ?? control.min ?? 0);
  const ends = endsOf(size, control, limits);
  if (!(ends.min < ends.max)) {
    throw controlError(name, `has a slider from ${ends.min} to ${ends.max}; min must be below max`);
  }
  const { min, max, step } = stepped(ends, size, control, limits);
  if (step > max - min) {
    throw controlError(
      name,
      `has step ${step}, but its slider goes from ${min} to ${max}; take a smaller step`,
    );
  }
  if (isWhole && !Number.isInteger(step)) {
    throw controlError(name, `has step ${step}, but the parameter takes ${takes}; take a whole step`);
  }
  return {
    form: {
      kind: "number",
      min,
      max,
      step,
      ...(limits.min !== undefined && { least: limits.min }),
      ...(limits.max !== undefined && { most: limits.max }),
      ...(orInfinity && { orInfinity }),
    },
    refusal: (given) => (isAllowed(given as number) ? undefined : { takes }),
  };
}

/** Rejects what is wrong whatever the value is. */
function rejectUnusable(name: string, control: Control): void {
  for (const field of ["min", "max", "step", "least", "most"] as const) {
    const given = control[field];
    if (given === undefined || Number.isFinite(given)) continue;
    throw controlError(name, `has ${field} ${String(given)}; it must be a finite number`);
  }
  const { min, max, step, least, most } = control;
  if (step !== undefined && step <= 0) throw controlError(name, `has step ${step}; a step is above 0`);
  if (min !== undefined && max !== undefined && min >= max) {
    throw controlError(name, `has min ${min} and max ${max}; min must be below max`);
  }
  if (least !== undefined && most !== undefined && least >= most) {
    throw controlError(name, `has least ${least} and most ${most}; least must be below most`);
  }
}

/** The hard limits: the control's own, otherwise those of its setting. */
function limitsOf({ least, most, setting }: Control): Range {
  const { min, above, max, below } = setting?.range ?? {};
  return {
    ...(least === undefined ? { min, above } : { min: least }),
    ...(most === undefined ? { max, below } : { max: most }),
  };
}

interface Ends {
  readonly min: number;
  readonly max: number;
}

/** The ends, by default from 0 or 1 to about four times the value, within the limits. */
function endsOf(value: number, { min, max }: Control, limits: Range): Ends {
  const lowest = limits.min ?? limits.above;
  const highest = limits.max ?? limits.below;
  const usual = roundUp(4 * Math.abs(value)) || (Number.isInteger(lowest ?? 0) && highest !== 1 ? 10 : 1);
  const start = value < 0 ? -usual : Math.min(1, Number.isInteger(value) ? value : 0);
  const isNear = highest !== undefined && highest <= 10 * usual;

  let left = min ?? (lowest !== undefined && lowest >= -10 * usual ? lowest : start);
  const end = max ?? (isNear ? highest : undefined);
  if (min === undefined && end !== undefined && left >= end)
    left = Math.max(end - usual, lowest ?? -Infinity);
  const right = end ?? Math.min(usual > left ? usual : left + usual, highest ?? Infinity);
  return { min: left, max: right };
}

/** The step, and ends that are a step away from limits that are not allowed themselves. */
function stepped(
  { min, max }: Ends,
  value: number,
  control: Control,
  limits: Range,
): Ends & { readonly step: number } {
  const isFraction = control.setting?.kind === "number" && max - min < 10;
  const areWhole = [value, min, max].every(Number.isInteger) && !isFraction;
  const step = control.step ?? (areWhole ? 1 : powerOf10(Math.log10((max - min) / 100)));
  return {
    min: min === limits.above ? tidy(min + step) : min,
    max: max === limits.below ? tidy(max - step) : max,
    step,
  };
}

/** The next number of 1, 2, 5, 10, 20, 50, …; 0 for 0. */
function roundUp(value: number): number {
  if (value === 0) return 0;
  const unit = powerOf10(Math.log10(value));
  const factor = [1, 2, 5].find((each) => each * unit >= value * (1 - 1e-9)) ?? 10;
  return tidy(factor * unit);
}

/** The power of 10 at or below 10 ** exponent. */
function powerOf10(exponent: number): number {
  return Number(`1e${Math.floor(exponent + 1e-9)}`);
}

/** Without rounding errors: 0.1 + 0.2 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
