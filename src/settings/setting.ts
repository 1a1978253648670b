import type { Range } from "./range.js";

/**
 * One declared setting: the values that it takes and its default. A model's settings are declared
 * once with {@link defineSettings}; types, checks and the table of settings derive from that.
 */
export interface Setting<T> {
  readonly kind: "boolean" | "choice" | "integer" | "number" | "numbers" | "settings";
  /** The allowed values as a phrase: "a whole number of at least 1". */
  readonly takes: string;
  readonly default: T;
  /** Defaults that depend on the value of another setting: `{ optimizer: { sgd: 20 } }`. */
  readonly defaultFor?: DefaultFor<T>;
  /** Limits of numbers. */
  readonly range?: Range;
  /** Whether a whole number may also be Infinity, for all. */
  readonly orInfinity?: true;
  /** The words of a choice. */
  readonly options?: readonly string[];
  /**
   * The value as the model keeps it.
   *
   * @throws RangeError with name and value if it is not allowed
   */
  check(name: string, value: unknown): T;
}

export type DefaultFor<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

/** Declared settings by name. */
export type Fields = Readonly<Record<string, Setting<unknown>>>;

/** The values of declared settings: what a model keeps as its `settings`. */
export type ValuesOf<F> = { readonly [Name in keyof F]: F[Name] extends Setting<infer T> ? T : never };

/** A value in an error: texts in quotes, so that "5" and 5 differ, and long ones cut short. */
export function quoted(value: unknown): string {
  if (typeof value === "string")
    return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
  if (Array.isArray(value)) return `[${value.map(quoted).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `an object (${Object.keys(value).join(", ") || value.constructor?.name || "empty"})`;
  }
  if (typeof value === "bigint") return `${value}n`;
  return typeof value === "function" ? `a function (${value.name})` : String(value);
}
