import { similarTexts } from "../../text/similar-texts.js";
import type { Control } from "./control.js";
import { controlError } from "./control-error.js";
import type { ParameterControl } from "./parameter-control.js";
import { resolveControl } from "./resolve-control.js";

/**
 * The controls of all parameters, in the order of the defaults.
 *
 * @throws RangeError for a control that makes no sense, or of a parameter that does not exist
 */
export function resolveControls(
  defaults: Readonly<Record<string, unknown>>,
  controls: object,
): Map<string, ParameterControl> {
  const names = Object.keys(defaults);
  const given = new Map<string, Control | undefined>(Object.entries(controls));
  for (const name of given.keys()) {
    if (Object.hasOwn(defaults, name)) continue;
    const near = similarTexts(name, names, { count: 2 }).map((each) => `"${each}"`);
    const hint = near.length > 0 ? `did you mean ${near.join(" or ")}?` : `there are ${names.join(", ")}`;
    throw controlError(name, `belongs to no parameter; ${hint}`);
  }
  return new Map(names.map((name) => [name, resolveControl(name, defaults[name], given.get(name))]));
}
