import { verdict } from "./benchmark.mjs";
import { duration } from "./format.mjs";
import { markdownTable } from "./table.mjs";

const HEADER = ["", "RMSE", "MAE", "seconds a fold", "settings", "goal"];

/**
 * A row for the errors of each model.
 *
 * @param {readonly import("./benchmark.mjs").Result[]} results
 */
export function accuracyTable(results) {
  return markdownTable(
    HEADER,
    results.map(({ name, goals, note = "", ours: [measured] }) => {
      const { rmse = Number.NaN, mae = Number.NaN } = measured?.answer ?? {};
      const goal = verdict(`at most ${goals.rmse}`, measured && rmse <= (goals.rmse ?? Number.NaN));
      const seconds = measured ? duration(measured.seconds) : "–";
      return [name, rmse.toFixed(4), mae.toFixed(4), seconds, note, goals.rmse === undefined ? "" : goal];
    }),
  );
}

/**
 * Settings in words, each once where all have the same.
 *
 * @param {readonly Record<string, unknown>[]} all
 */
export function settingsText(all) {
  return Object.keys(all[0] ?? {})
    .map((name) => {
      const values = all.map((settings) => settings[name]);
      return `${name} ${(new Set(values).size === 1 ? values.slice(0, 1) : values).join(" / ")}`;
    })
    .join(", ");
}
