import { type Fields, quoted, type Setting, type ValuesOf } from "./setting.js";
import { unknownSetting } from "./unknown-setting.js";

/** The declared settings of a model. */
export interface Settings<F> {
  readonly fields: F;
  /**
   * The given values, and the defaults of all other settings, checked and frozen.
   *
   * @param owner the model's name, for errors
   * @param path what comes before the name of a setting in errors: "trees." for nested settings
   * @throws RangeError for a value that is not allowed, an unknown name, or `given` not an object
   */
  check(owner: string, given: Partial<ValuesOf<F>>, path?: string): ValuesOf<F>;
}

/** The values of a model's settings: `SettingsOf<typeof MeanRating.settings>`. */
export type SettingsOf<S> = S extends Settings<infer F> ? ValuesOf<F> : never;

/**
 * Declares the settings of a model: its own fields, and groups of fields that several models share,
 * such as `randomFields`. The doc comment of a field is its description. All functions that make
 * settings are marked as free of side effects, so that bundlers leave out models that are not used.
 */
export function defineSettings<F extends object>(own: F): Settings<F>;
export function defineSettings<F extends object, A extends object>(own: F, shared: A): Settings<F & A>;
export function defineSettings<F extends object, A extends object, B extends object>(
  own: F,
  shared: A,
  more: B,
): Settings<F & A & B>;
export function defineSettings<F extends object, A extends object, B extends object, C extends object>(
  own: F,
  shared: A,
  more: B,
  most: C,
): Settings<F & A & B & C>;
export function defineSettings<
  F extends object,
  A extends object,
  B extends object,
  C extends object,
  D extends object,
>(own: F, ...shared: [A, B, C, D]): Settings<F & A & B & C & D>;
/* @__NO_SIDE_EFFECTS__ */
export function defineSettings(...groups: object[]): Settings<Fields> {
  const fields: Fields = Object.freeze(Object.assign({}, ...groups));
  return Object.freeze({
    fields,
    check: (owner: string, given: Readonly<Record<string, unknown>>, path = "") =>
      checked(fields, owner, given, path),
  });
}

function checked(
  fields: Fields,
  owner: string,
  given: Readonly<Record<string, unknown>>,
  path: string,
): ValuesOf<Fields> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new RangeError(`${owner} takes its settings as an object { name: value }, not ${quoted(given)}`);
  }
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(fields, name)) throw unknownSetting(owner, name, Object.keys(fields));
  }
  const valueAt = (name: string): unknown =>
    given[name] === undefined ? defaultOf(fields[name], valueAt) : given[name];
  const values = Object.entries(fields).map(([name, field]) => {
    return [name, field.check(`${path}${name}`, valueAt(name))];
  });
  return Object.freeze(Object.fromEntries(values));
}

/** The default of a setting, given the values of the settings that it depends on. */
function defaultOf(field: Setting<unknown>, valueAt: (name: string) => unknown): unknown {
  for (const [other, defaults] of Object.entries(field.defaultFor ?? {})) {
    const value = String(valueAt(other));
    if (Object.hasOwn(defaults, value)) return defaults[value];
  }
  return field.default;
}
