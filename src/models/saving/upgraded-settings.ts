import type { ModelKind } from "../contract/model.js";
import type { SavedKind } from "./model-header.js";

/**
 * The settings of a saved model as this version names them: those of its kind's `upgrade`, and
 * likewise those of the models that are listed among them as `models`.
 */
export function upgradedSettings(
  { model, settings }: Pick<SavedKind, "model" | "settings">,
  kinds: readonly ModelKind[],
): object {
  const upgraded: { models?: unknown } = kindOf(model, kinds)?.upgrade?.({ ...settings }) ?? settings;
  if (!Array.isArray(upgraded.models)) return upgraded;
  const models = upgraded.models.map((member: { name?: unknown; settings?: unknown } | null) => {
    if (typeof member?.name !== "string" || typeof member.settings !== "object" || member.settings === null) {
      return member;
    }
    return {
      ...member,
      settings: upgradedSettings({ model: member.name, settings: member.settings }, kinds),
    };
  });
  return { ...upgraded, models };
}

function kindOf(name: string, kinds: readonly ModelKind[]): ModelKind | undefined {
  return kinds.find(({ kind }) => kind === name);
}
