import type { Settings } from "./define-settings.js";
import type { Setting, ValuesOf } from "./setting.js";

/** A class of models with declared settings. */
interface ModelClass<F> {
  readonly kind: string;
  readonly settings: Settings<F>;
}

/**
 * A setting that is itself the settings of another model, each with its own default. Errors name
 * the path of a setting: `trees.learningRate`.
 */
/* @__NO_SIDE_EFFECTS__ */
export function nested<F>(model: ModelClass<F>): Setting<ValuesOf<F>> {
  const { kind: owner, settings } = model;
  return {
    kind: "settings",
    takes: `settings of ${owner}`,
    default: settings.check(owner, {}),
    check: (name, value) => settings.check(`${owner} (${name})`, value as Partial<ValuesOf<F>>, `${name}.`),
  };
}
