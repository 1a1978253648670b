import { quoted } from "../../settings/setting.js";
import type { Model } from "./model.js";

/** A model within the settings of an ensemble: its name and its own settings. */
export interface Member {
  readonly name: string;
  readonly settings: object;
}

/** The names and settings of models. */
export function membersOf(models: readonly Pick<Model, "name" | "settings">[]): readonly Member[] {
  return Object.freeze(models.map(({ name, settings }) => ({ name, settings })));
}

/**
 * Checks the list of models of an ensemble.
 *
 * @param owner the name of the ensemble, for errors
 * @throws RangeError if it is not a list, is shorter than `least`, or has an element that is no
 *   model
 */
export function checkedModels(owner: string, models: readonly Model[], least = 1): readonly Model[] {
  if (!Array.isArray(models)) {
    throw new RangeError(`${owner} takes a list of models, such as [new Baseline()], not ${quoted(models)}`);
  }
  if (models.length < least) throw new RangeError(`${owner} takes at least one model; the list is empty`);
  const wrong = models.findIndex((model) => typeof model?.fit !== "function");
  if (wrong < 0) return Object.freeze([...models]);
  throw new RangeError(
    `${owner}: model ${wrong + 1} is ${quoted(models[wrong])}, which has no fit; give models such as new Baseline()`,
  );
}
