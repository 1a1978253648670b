import type { Settings } from "./define-settings.js";
import type { Setting, ValuesOf } from "./setting.js";

/** A setting that is itself the settings of another model, each with its own default. */
export function nested<F>(owner: string, settings: Settings<F>): Setting<ValuesOf<F>> {
  return {
    kind: "settings",
    takes: `settings of ${owner}`,
    default: settings.check(owner, {}),
    check: (name, value) => settings.check(`${owner} (${name})`, value as Partial<ValuesOf<F>>),
  };
}
