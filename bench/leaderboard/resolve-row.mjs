import { settingsText } from "../lib/settings-text.mjs";
import { gridSettings, isFixed } from "../settings/grid-settings.mjs";
import { settingsOf } from "../settings/grids.mjs";
import { withMembers } from "../settings/members.mjs";
import { PROTOCOLS } from "../settings/protocols.mjs";

/**
 * The model of a row of ours, and its settings for each split; those of a blend include its
 * `models`.
 *
 * @typedef {{ model: string, settings: Record<string, unknown>[] }} Resolved
 */

/**
 * @param {import("./tables.mjs").Table} table
 * @param {import("./tables.mjs").Row} row
 * @returns {Resolved | undefined} undefined for a row with only published measures
 */
export function resolveRow({ protocol }, row) {
  const grid = PROTOCOLS[protocol]?.grids[row.grid ?? ""];
  const { model, of } = grid ?? row;
  if (!model) return undefined;
  const settings = row.grid ? gridSettings(protocol, row.grid) : [row.settings ?? {}];
  return { model, settings: of ? withMembers(protocol, settings, of) : settings };
}

/**
 * The class of a row of ours, its settings as text, and how they were chosen.
 *
 * @param {import("./tables.mjs").Table} table
 * @param {import("./tables.mjs").Row} row
 */
export function settingsOfRow(table, row) {
  const grid = PROTOCOLS[table.protocol]?.grids[row.grid ?? ""];
  const { model, settings = [] } = resolveRow(table, row) ?? {};
  const tried = grid && !isFixed(grid) ? settingsOf(grid).length : 0;
  const { of } = grid ?? row;
  const own = settingsText(settings.map(({ models, ...own }) => own));
  const words = [of && `of ${of.join("; ")}`, own].filter(Boolean).join(": ");
  return {
    model,
    settings: words || (model ? "defaults" : "–"),
    chosen: [tried > 0 && `the best of ${tried} on validation`, row.note].filter(Boolean).join("; "),
  };
}
