import type { AlsParameters } from "../plans/als-plan.js";

/** Settings of `SparkAls`. */
export type SparkAlsSettings = AlsParameters;

const DEFAULTS: SparkAlsSettings = {
  factors: 10,
  iterations: 10,
  regularization: 0.1,
  alpha: 1,
  implicit: false,
  seed: 0,
  blocks: 10,
};

/**
 * The settings with their defaults.
 *
 * @throws RangeError for an unknown name, and for a value out of range
 */
export function alsSettings(given: Partial<SparkAlsSettings>): Readonly<SparkAlsSettings> {
  const unknown = Object.keys(given).find((name) => !(name in DEFAULTS));
  if (unknown !== undefined) {
    throw new RangeError(`SparkAls has no setting "${unknown}"; it has ${Object.keys(DEFAULTS).join(", ")}`);
  }
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  const settings: SparkAlsSettings = { ...DEFAULTS, ...Object.fromEntries(present) };
  const isCount = (value: number) => Number.isInteger(value) && value >= 1 && value < 2 ** 31;
  const isAtLeast0 = (value: number) => Number.isFinite(value) && value >= 0;
  for (const name of ["factors", "iterations", "blocks"] as const) {
    check(name, settings[name], isCount, "a whole number of at least 1");
  }
  for (const name of ["regularization", "alpha"] as const) {
    check(name, settings[name], isAtLeast0, "a number of at least 0");
  }
  check("seed", settings.seed, Number.isSafeInteger, "a whole number");
  check("implicit", settings.implicit, (value) => typeof value === "boolean", "true or false");
  return Object.freeze(settings);
}

function check<Value>(name: string, value: Value, fits: (value: Value) => boolean, what: string): void {
  if (!fits(value)) throw new RangeError(`SparkAls: ${name} is ${value}; give ${what}`);
}
