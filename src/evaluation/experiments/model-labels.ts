import type { Model } from "../../models/contract/model.js";

/**
 * A unique label for each model: its name; for several models of one name also the settings in
 * which they differ; and for equal settings also a number.
 *
 * @example
 * modelLabels([new GlobalMean(), new MeanRating({ damping: 0 }), new MeanRating({ damping: 9 })]);
 * // ["GlobalMean", "MeanRating (damping 0)", "MeanRating (damping 9)"]
 */
export function modelLabels(models: readonly Model[]): string[] {
  const labels = models.map((model) => {
    const sameName = models.filter(({ name }) => name === model.name);
    const settings = Object.entries(model.settings)
      .filter(([key, value]) => sameName.some((other) => textOf(settingOf(other, key)) !== textOf(value)))
      .map(([key, value]) => `${key} ${textOf(value)}`);
    return settings.length > 0 ? `${model.name} (${settings.join(", ")})` : model.name;
  });
  return labels.map((label, place) => {
    const before = labels.slice(0, place).filter((other) => other === label).length;
    return before > 0 ? `${label} #${before + 1}` : label;
  });
}

function settingOf({ settings }: Model, key: string): unknown {
  return (settings as Readonly<Record<string, unknown>>)[key];
}

function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
