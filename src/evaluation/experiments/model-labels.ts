import type { Model } from "../../models/contract/model.js";

/**
 * A label for each model that no other one has: its name; where names repeat, with the settings in which those of this name
 * differ; and where these are the same too, with a number.
 *
 * @example
 * modelLabels([new GlobalMean(), new MeanRating({ damping: 0 }), new MeanRating({ damping: 9 })]);
 * // ["GlobalMean", "MeanRating (damping 0)", "MeanRating (damping 9)"]
 */
export function modelLabels(models: readonly Model[]): string[] {
  const labels = models.map((model) => {
    const namesakes = models.filter(({ name }) => name === model.name);
    const settings = Object.entries(model.settings)
      .filter(([key, value]) => namesakes.some((other) => textOf(settingOf(other, key)) !== textOf(value)))
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
