import { quoted } from "./setting.js";

/** What to write in place of an unknown setting: "it is called factors here". */
export type SettingAdvice = (name: string, known: readonly string[]) => string | undefined;

let advice: SettingAdvice = () => undefined;

/** Lets the errors say what was meant. Bundles of pages do without it, and list all settings. */
export function useSettingAdvice(use: SettingAdvice): void {
  advice = use;
}

/** The error for an unknown setting, with the advice of {@link useSettingAdvice}. */
export function unknownSetting(owner: string, name: string, known: readonly string[]): RangeError {
  const all = known.length > 0 ? `its settings are ${known.join(", ")}` : "it has none";
  return new RangeError(`${owner} has no setting ${quoted(name)}; ${advice(name, known) ?? all}`);
}
