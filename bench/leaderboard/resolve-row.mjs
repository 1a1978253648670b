import { settingsText } from "../lib/settings-text.mjs";
import { settingsOf } from "../settings/grids.mjs";
import { withMembers } from "../settings/members.mjs";
import { PROTOCOLS } from "../settings/protocols.mjs";
import { chosenSettings } from "../settings/trials.mjs";

/**
 * What a row of ours is made of: its model, and settings for each split, those of a blend with its `models` among them.
 *
 * @typedef {{ model: string, settings: Record<string, unknown>[] }} Resolved
 */

/**
 * @param {import("./tables.mjs").Table} table
 * @param {import("./tables.mjs").Row} row
 * @returns {Resolved | undefined} undefined for a row that is only theirs
 */
export function resolveRow({ protocol }, row) {
  const grid = PROTOCOLS[protocol]?.grids[row.grid ?? ""];
  const { model, of } = grid ?? row;
  if (!model) return undefined;
  const settings = row.grid ? chosenSettings(protocol, row.grid) : [row.settings ?? {}];
  return { model, settings: of ? withMembers(protocol, settings, of) : settings };
}

/**
 * The class of a row of ours, its settings in words, and where they come from.
 *
 * @param {import("./tables.mjs").Table} table
 * @param {import("./tables.mjs").Row} row
 */
export function settingsOfRow(table, row) {
  const grid = PROTOCOLS[table.protocol]?.grids[row.grid ?? ""];
  const { model, settings = [] } = resolveRow(table, row) ?? {};
  const tried = grid ? settingsOf(grid).length : 0;
  const { of } = grid ?? row;
  const own = settingsText(settings.map(({ models, ...rest }) => rest));
  const words = [of && `of ${of.join("; ")}`, own].filter(Boolean).join(": ");
  return {
    model,
    settings: words || (model ? "defaults" : "–"),
    chosen: [tried > 0 && `the best of ${tried} on validation`, row.note].filter(Boolean).join("; "),
  };
}
