import { compare, pairedBootstrap } from "reelbook";
import { modelOf } from "./models.mjs";

/**
 * The difference of the errors of two rows on a split, with its 95 % confidence interval.
 *
 * @param {readonly [import("../leaderboard/resolve-row.mjs").Resolved,
 * import("../leaderboard/resolve-row.mjs").Resolved]} rows
 * @param {import("reelbook").Split} split
 * @param {{ measure: string, side?: import("./models.mjs").SideData }} options
 */
export function rowDifference([one, other], split, { measure, side }) {
  const [first, second] = [errorsOf(one), errorsOf(other)];
  return pairedBootstrap(first, second, measure === "rmse" ? { transform: Math.sqrt } : {});

  /** @param {import("../leaderboard/resolve-row.mjs").Resolved} row */
  function errorsOf({ model, settings }) {
    const metric = /** @type {"rmse"} */ (measure);
    const table = compare([modelOf(model, settings[0] ?? {}, side)], split, { metrics: [metric] });
    return table.valuesOf(table[0]?.model ?? "", metric);
  }
}
