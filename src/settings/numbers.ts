import { quoted, type Setting } from "./setting.js";

/** A setting that is a list of finite numbers, or undefined, which is the default. */
/* @__NO_SIDE_EFFECTS__ */
export function optionalNumbers(): Setting<readonly number[] | undefined> {
  return {
    kind: "numbers",
    takes: "a list of finite numbers",
    default: undefined,
    check(name, value) {
      if (value === undefined) return undefined;
      if (Array.isArray(value) && value.every(Number.isFinite)) return Object.freeze([...value]);
      throw new RangeError(`${name}: ${quoted(value)} is not a list of finite numbers`);
    },
  };
}
