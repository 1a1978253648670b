import { isWithin, type Range, rangePhrase } from "./range.js";
import { type DefaultFor, quoted, type Setting } from "./setting.js";

/** A setting that is a finite number within a range. */
/* @__NO_SIDE_EFFECTS__ */
export function number(options: Range & Defaults<number>): Setting<number> {
  const takes = `a number${rangePhrase(options)}`;
  return numeric("number", takes, options, (value) => Number.isFinite(value));
}

/** A setting that is a whole number within a range; with `orInfinity`, Infinity too, for all. */
/* @__NO_SIDE_EFFECTS__ */
export function integer(
  options: Range & Defaults<number> & { readonly orInfinity?: boolean },
): Setting<number> {
  const takes = `a whole number${rangePhrase(options)}${options.orInfinity ? ", or Infinity for all" : ""}`;
  const declared = numeric("integer", takes, options, integerOf(options));
  return options.orInfinity ? { ...declared, orInfinity: true } : declared;
}

/** An {@link integer} that may be undefined, its default: the model then chooses by the data. */
/* @__NO_SIDE_EFFECTS__ */
export function optionalInteger(
  options: Range & { readonly orInfinity?: boolean },
): Setting<number | undefined> {
  const declared = integer({ ...options, default: Number.NaN });
  return {
    ...declared,
    default: undefined,
    defaultFor: {},
    check: (name, value) => (value === undefined ? undefined : declared.check(name, value)),
  };
}

interface Defaults<T> {
  readonly default: T;
  readonly defaultFor?: DefaultFor<T>;
}

function integerOf({ orInfinity = false }: { readonly orInfinity?: boolean }): (value: number) => boolean {
  return (value) => Number.isSafeInteger(value) || (orInfinity && value === Number.POSITIVE_INFINITY);
}

function numeric(
  kind: "number" | "integer",
  takes: string,
  { min, max, above, below, ...options }: Range & Defaults<number>,
  isNumber: (value: number) => boolean,
): Setting<number> {
  const range = { min, max, above, below };
  return {
    kind,
    takes,
    range: Object.fromEntries(Object.entries(range).filter(([, limit]) => limit !== undefined)),
    default: options.default,
    defaultFor: options.defaultFor ?? {},
    check(name, value) {
      if (typeof value === "number" && isNumber(value) && isWithin(value, range)) return compact(value);
      throw new RangeError(`${name}: ${quoted(value)} is not ${takes}`);
    },
  };
}

/**
 * The same number. `default` holds whole and fractional numbers, so V8 stores 100 as a double
 * there; as an index bound it makes loops over factors 1.6 times as slow. `| 0` makes it a small
 * integer.
 */
function compact(value: number): number {
  const integer = value | 0;
  return integer === value ? integer : value;
}
