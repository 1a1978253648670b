import { gridSettings } from "./grid-settings.mjs";
import { PROTOCOLS } from "./protocols.mjs";

/**
 * Settings of an ensemble for each split. `models` are its members: models of other grids with the
 * settings that were chosen for the split.
 *
 * @param {string} protocol
 * @param {readonly Record<string, unknown>[]} settings one for each split, or one for all
 * @param {readonly string[]} of the names of the members' grids
 * @returns {Record<string, unknown>[]}
 */
export function withMembers(protocol, settings, of) {
  const { grids = {} } = PROTOCOLS[protocol] ?? {};
  const members = of.map((name) => ({
    name: grids[name]?.model ?? "",
    chosen: gridSettings(protocol, name),
  }));
  const count = Math.max(...members.map(({ chosen }) => chosen.length));
  return Array.from({ length: count }, (_, split) => ({
    ...settings[split % settings.length],
    models: members.map(({ name, chosen }) => ({ name, settings: chosen[split % chosen.length] })),
  }));
}
