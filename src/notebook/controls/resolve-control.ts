import { similarTexts } from "../../text/similar-texts.js";
import { choiceControl } from "./choice-control.js";
import type { Control } from "./control.js";
import { controlError } from "./control-error.js";
import type { ParameterControl } from "./parameter-control.js";
import { slider } from "./slider.js";
import { type ValueKind, valueKind } from "./value-kind.js";

/**
 * The control of a parameter with this default. Limits and options that the author leaves out are
 * those of the `setting`.
 *
 * @throws RangeError for a control that makes no sense for this default
 */
export function resolveControl(name: string, value: unknown, given: Control = {}): ParameterControl {
  const kind = valueKind(value);
  rejectFields(name, kind, given);
  const control = withSetting(name, kind, given);
  if (control.options && control.titles) {
    throw controlError(name, "has options and titles; take options for a few titles, titles for all movies");
  }
  if (control.options) return choiceControl(name, value as string, control);
  if (control.others) throw controlError(name, "has others, which are values beside options; add options");
  if (typeof value === "number" && (Number.isFinite(value) || control.setting?.orInfinity)) {
    return slider(name, value, control);
  }
  return { form: { kind: control.titles ? "title" : FORM_KINDS[kind] }, refusal: () => undefined };
}

const FORM_KINDS = {
  number: "none",
  string: "text",
  boolean: "boolean",
  list: "none",
  object: "none",
  nothing: "none",
  other: "none",
} as const;

const SLIDER_FIELDS = ["min", "max", "step", "least", "most"] as const;

/** The fields that a control of such a value takes. */
const FIELDS: Readonly<Record<ValueKind, readonly (keyof Control)[]>> = {
  number: [...SLIDER_FIELDS, "options", "others", "setting"],
  string: ["options", "others", "titles", "setting"],
  boolean: ["setting"],
  list: ["options", "others", "setting"],
  object: [],
  nothing: [],
  other: [],
};

const KIND_NAMES: Readonly<Record<ValueKind, string>> = {
  number: "a number",
  string: "a text",
  boolean: "true or false",
  list: "a list",
  object: "an object",
  nothing: "nothing",
  other: "a value that only code can write",
};

const ALL_FIELDS: readonly string[] = [...FIELDS.number, "titles"];

function rejectFields(name: string, kind: ValueKind, control: Control): void {
  if (valueKind(control) !== "object") {
    throw controlError(name, `is ${String(control)}; write it as { min: 0, max: 10 }`);
  }
  const takes: readonly string[] = FIELDS[kind];
  const fields = Object.entries(control).filter(([, value]) => value !== undefined);
  for (const [field] of fields) {
    if (!ALL_FIELDS.includes(field)) {
      const [nearest] = similarTexts(field, ALL_FIELDS);
      const hint = nearest ? `did you mean "${nearest}"?` : `the fields are ${ALL_FIELDS.join(", ")}`;
      throw controlError(name, `has the field "${field}", which does not exist; ${hint}`);
    }
    if (takes.includes(field)) continue;
    const cure = takes.length > 0 ? `which takes only ${takes.join(", ")}` : "which takes no control";
    throw controlError(name, `has ${field}, but the parameter is ${KIND_NAMES[kind]}, ${cure}; leave it out`);
  }
  const ofSlider = control.options && SLIDER_FIELDS.find((field) => control[field] !== undefined);
  if (ofSlider) throw controlError(name, `has options and ${ofSlider}, a field of a slider; leave one out`);
}

/** The kinds of settings that fit such a value. */
const SETTINGS: Readonly<Partial<Record<ValueKind, readonly string[]>>> = {
  number: ["integer", "number"],
  string: ["choice"],
  boolean: ["boolean"],
  list: ["choice"],
};

/** The control with the options of its setting, if it has none itself. */
function withSetting(name: string, kind: ValueKind, control: Control): Control {
  const { setting, options = setting?.options } = control;
  if (setting === undefined) return control;
  if (!SETTINGS[kind]?.includes(setting.kind)) {
    throw controlError(
      name,
      `has a setting that takes ${setting.takes}, but the parameter is ${KIND_NAMES[kind]}`,
    );
  }
  return { ...control, options };
}
