import { wholeAtLeast } from "../../settings/checks.js";

/** Numbers to try for a setting, from `low` to `high`: a plain object, made by {@link logRange}. */
export interface SettingRange {
  readonly scale: "linear" | "log";
  readonly low: number;
  readonly high: number;
  /** How many of them a grid has, both ends included. */
  readonly steps: number;
}

/** Options of {@link logRange} and {@link linearRange}. */
export interface SettingRangeOptions {
  /** How many numbers a grid takes, from 2, both ends included. @default 5 */
  readonly steps?: number;
}

/**
 * Numbers from `low` to `high` for {@link tune}, each factor being as likely: for settings such as
 * regularization, whose size is unknown. Whole numbers for settings that take those.
 *
 * @throws RangeError unless 0 < low < high, and for fewer than 2 steps.
 * @example
 * logRange(1, 100, { steps: 3 }); // { scale: "log", low: 1, high: 100, steps: 3 }
 */
export function logRange(low: number, high: number, { steps = 5 }: SettingRangeOptions = {}): SettingRange {
  if (!(low > 0)) throw new RangeError(`logRange(${low}, ${high}) does not begin above 0; use linearRange`);
  return checkedRange({ scale: "log", low, high, steps });
}

/**
 * Numbers from `low` to `high` for {@link tune}, each being as likely. Whole numbers for settings
 * that take those.
 *
 * @throws RangeError unless low < high, and for fewer than 2 steps.
 * @example
 * linearRange(0, 1, { steps: 3 }); // { scale: "linear", low: 0, high: 1, steps: 3 }
 */
export function linearRange(
  low: number,
  high: number,
  { steps = 5 }: SettingRangeOptions = {},
): SettingRange {
  return checkedRange({ scale: "linear", low, high, steps });
}

/** The number at a share of a range: 0 is its low end, 1 its high end. */
export function numberAt({ scale, low, high }: SettingRange, share: number): number {
  if (scale === "linear") return low + share * (high - low);
  return Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)));
}

function checkedRange(range: SettingRange): SettingRange {
  const { scale, low, high, steps } = range;
  wholeAtLeast(2, { steps });
  if (low < high && Number.isFinite(high - low)) return Object.freeze(range);
  throw new RangeError(`${scale}Range(${low}, ${high}) does not go up; give the smaller number first`);
}
