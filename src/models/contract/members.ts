import type { Model } from "./model.js";

/** A model among the settings of a model of models: its name and its own settings. */
export interface Member {
  readonly name: string;
  readonly settings: object;
}

/** Names and settings of models; a RangeError where there are none. */
export function membersOf(models: readonly Pick<Model, "name" | "settings">[]): readonly Member[] {
  if (models.length === 0) throw new RangeError("models: there is none; give at least one");
  return Object.freeze(models.map(({ name, settings }) => ({ name, settings })));
}
