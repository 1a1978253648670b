import type { Form, FormControl } from "../hosts/form.js";
import { plainValue } from "../tables/plain-value.js";
import type { ParameterControl } from "./parameter-control.js";

/** The form of these values; `fixed` are the names of those set from outside. */
export function makeForm(
  values: Readonly<Record<string, unknown>>,
  controls: ReadonlyMap<string, ParameterControl>,
  fixed: readonly string[],
): Form {
  const forms = Array.from(controls, ([name, { form }]) => [name, withValue(form, values[name])] as const);
  return {
    version: 1,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, jsonOf(value)])),
    controls: Object.fromEntries(forms),
    fixed,
  };
}

/** A select that also offers the value, if that is none of its options. */
function withValue(form: FormControl, value: unknown): FormControl {
  if (form.kind === "names") {
    const others = (value as string[]).filter((each) => !form.options.includes(each));
    return { ...form, options: [...form.options, ...others] };
  }
  if (form.kind !== "select" || form.options.includes(value as string)) return form;
  return { ...form, options: [...form.options, value as string] };
}

/** The value as JSON; as text if JSON has none for it, as for Infinity and functions. */
function jsonOf(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (value === undefined) return null;
  try {
    return plainValue(value);
  } catch {
    return String(value);
  }
}
