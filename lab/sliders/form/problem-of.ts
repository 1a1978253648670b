import type { FormControl } from "../../../src/notebook/hosts/form.js";

/** Why a control does not take a value, as a sentence; undefined if it does. */
export function problemOf(name: string, control: FormControl, value: unknown): string | undefined {
  const shown = JSON.stringify(typeof value === "number" ? String(value) : value);
  switch (control.kind) {
    case "number":
      if (typeof value !== "number" || Number.isNaN(value)) return `${name} is ${shown}; it takes a number.`;
      if (control.orInfinity && value === Number.POSITIVE_INFINITY) return undefined;
      if (!Number.isFinite(value)) return `${name} is ${value}; it takes a finite number.`;
      if (control.least !== undefined && value < control.least) {
        return `${name} is ${value}; it takes at least ${control.least}.`;
      }
      if (control.most !== undefined && value > control.most) {
        return `${name} is ${value}; it takes at most ${control.most}.`;
      }
      return undefined;
    case "boolean":
      return typeof value === "boolean" ? undefined : `${name} is ${shown}; it takes true or false.`;
    case "select":
      return control.options.some((option) => option === value)
        ? undefined
        : `${name} is ${shown}; it takes one of ${control.options.join(", ")}.`;
    case "names": {
      const unknown = Array.isArray(value)
        ? value.filter((text) => !control.options.includes(text))
        : [value];
      return unknown.length === 0
        ? undefined
        : `${name} has ${JSON.stringify(unknown)}; it takes a list of ${control.options.join(", ")}.`;
    }
    case "title":
    case "text":
      return typeof value === "string" ? undefined : `${name} is ${shown}; it takes a text.`;
    default:
      return `${name} is changed in the code.`;
  }
}
