import { verdict } from "./benchmark.mjs";
import { duration } from "./format.mjs";
import { markdownTable } from "./table.mjs";

const HEADER = ["", "RMSE", "MAE", "seconds a fold", "settings", "goal"];
const MISSING = ["missing", "missing", "missing"];

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
      const errors = measured ? [rmse.toFixed(4), mae.toFixed(4), duration(measured.seconds)] : MISSING;
      const isMet = measured && rmse <= (goals.rmse ?? Number.NaN);
      return [name, ...errors, note, goals.rmse === undefined ? "" : verdict(`at most ${goals.rmse}`, isMet)];
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
