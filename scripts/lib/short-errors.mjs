// Loaded into the kernel: what console prints of an error begins with its sentence.
import { inspect } from "node:util";
import { shortError } from "./short-error.mjs";

Object.defineProperty(Error.prototype, inspect.custom, {
  /** @param {number} _depth @param {import("node:util").InspectOptions} options */
  value(_depth, options) {
    return shortError(inspect(this, { ...options, customInspect: false }));
  },
  configurable: true,
  writable: true,
});
