import { similarTexts } from "../text/similar-texts.js";
import type { KnownControls, ParameterValues } from "./controls/control.js";
import { makeForm } from "./controls/make-form.js";
import type { ParameterControl } from "./controls/parameter-control.js";
import { resolveControls } from "./controls/resolve-controls.js";
import { type ValueKind, valueKind, valueText } from "./controls/value-kind.js";
import { currentHost } from "./hosts/current-host.js";
import { line } from "./tables/line.js";

/**
 * The parameters of a notebook: these defaults, overridden from outside (`npm run notebook -- NAME
 * --set minRatings=50`, passed on as a JSON object). Overridden parameters are shown. Values from
 * outside may be text, which is parsed as the type of the default: a number, true or false, JSON
 * for a list or an object; names separated by commas for a list with options.
 *
 * In JupyterLab a form under the cell shows a control for each parameter, and moving it changes the
 * code. `controls` sets ends of sliders, limits and options; the options are also the type.
 *
 * @throws RangeError for an unknown name, a value that its control does not allow, or a control
 *   that makes no sense; TypeError for a value of another type than the default's.
 * @example
 * const { minRatings, similarity } = parameters(
 *   { minRatings: 100, similarity: "pearson" },
 *   { minRatings: { max: 200, least: 1 }, similarity: { options: ["pearson", "cosine"] } },
 * );
 */
export function parameters<
  T extends Record<string, unknown>,
  const C extends KnownControls<T, C> = Record<never, never>,
>(defaults: T, controls?: C): ParameterValues<T, C> {
  const resolved = resolveControls(defaults, controls ?? {});
  for (const [name, control] of resolved) {
    rejectRefused(name, defaults[name], control, () => "change it in this cell");
  }
  const overrides = Object.entries(readOverrides(currentHost().parameters)).map(([name, given]) => {
    const control = resolved.get(name);
    if (!control) throw unknownParameter(name, Object.keys(defaults));
    const value = convert(name, given, defaults[name], control);
    rejectRefused(name, value, control, () => likeDefault(defaults[name]));
    return [name, value] as const;
  });
  if (overrides.length > 0) {
    const list = overrides.map(([name, value]) => `${name} = ${valueText(value)}`).join(", ");
    currentHost().show(line(`Parameters set from outside: ${list}`));
  }
  const values = { ...defaults, ...Object.fromEntries(overrides) };
  const fixed = overrides.map(([name]) => name);
  currentHost().form(makeForm(values, resolved, fixed));
  return values as ParameterValues<T, C>;
}

function rejectRefused(name: string, value: unknown, control: ParameterControl, remedy: () => string): void {
  const refusal = control.refusal(value);
  if (!refusal) return;
  throw new RangeError(
    `parameter "${name}" is ${valueText(value)}, but it takes ${refusal.takes}; ${refusal.remedy ?? remedy()}`,
  );
}

function readOverrides(json: string | undefined): object {
  if (json === undefined) return {};
  const overrides = parseJson(json);
  if (valueKind(overrides) === "object") return overrides as object;
  throw new TypeError(`REELBOOK_PARAMETERS is not a JSON object: ${json}; write it as {"minRatings": 50}`);
}

function unknownParameter(name: string, known: string[]): RangeError {
  const [nearest] = similarTexts(name, known);
  const hint = nearest ? `; did you mean "${nearest}"?` : "";
  return new RangeError(
    `there is no parameter "${name}"; this notebook has ${known.join(", ") || "none"}${hint}`,
  );
}

function convert(name: string, given: unknown, byDefault: unknown, control: ParameterControl): unknown {
  const value = typeof given === "string" ? fromText(given, valueKind(byDefault), control) : given;
  if (hasShapeOf(value, byDefault, control)) return value;
  throw new TypeError(
    `parameter "${name}" is ${valueText(given)}, but it takes ${describe(byDefault)}; ` +
      likeDefault(byDefault),
  );
}

function likeDefault(byDefault: unknown): string {
  return `give one like its default, ${valueText(byDefault)}`;
}

/** The text parsed as a value of this kind; undefined if it is not one. */
function fromText(text: string, kind: ValueKind, { form }: ParameterControl): unknown {
  if (kind === "string") return text;
  if (kind === "number") return text.trim() === "" ? undefined : Number(text);
  if (form.kind === "names" && !text.trim().startsWith("["))
    return text.split(",").map((name) => name.trim());
  return parseJson(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value has the kind of the default, elements of lists included. */
function hasShapeOf(value: unknown, byDefault: unknown, control?: ParameterControl): boolean {
  if (valueKind(value) !== valueKind(byDefault)) return false;
  if (typeof value === "number") {
    const form = control?.form;
    return (
      Number.isFinite(value) || (form?.kind === "number" && form.orInfinity && value === Infinity) || false
    );
  }
  if (Array.isArray(value) && Array.isArray(byDefault)) {
    const like = byDefault.length > 0 ? byDefault[0] : control?.form.kind === "names" ? "" : undefined;
    return like === undefined || value.every((element) => hasShapeOf(element, like));
  }
  return true;
}

function describe(byDefault: unknown): string {
  if (Array.isArray(byDefault)) {
    return byDefault.length === 0 ? "a list" : `a list in which each element is ${describe(byDefault[0])}`;
  }
  if (typeof byDefault === "number") return "a finite number";
  if (typeof byDefault === "boolean") return "true or false";
  return typeof byDefault === "string" ? "a text" : "an object";
}
