import { type DefaultFor, quoted, type Setting } from "./setting.js";

/** A {@link boolean} that may be undefined, its default: the model then chooses by the data. */
/* @__NO_SIDE_EFFECTS__ */
export function optionalBoolean(): Setting<boolean | undefined> {
  const declared = boolean({ default: true });
  return {
    ...declared,
    default: undefined,
    defaultFor: {},
    check: (name, value) => (value === undefined ? undefined : declared.check(name, value)),
  };
}

/** A setting that is true or false. Other values, such as 1 or "true", are refused. */
/* @__NO_SIDE_EFFECTS__ */
export function boolean(options: {
  readonly default: boolean;
  readonly defaultFor?: DefaultFor<boolean>;
}): Setting<boolean> {
  return {
    kind: "boolean",
    takes: "true or false",
    default: options.default,
    defaultFor: options.defaultFor ?? {},
    check(name, value) {
      if (typeof value === "boolean") return value;
      throw new RangeError(`${name}: ${quoted(value)} is neither true nor false`);
    },
  };
}
