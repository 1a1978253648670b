import { loadavg } from "node:os";
import { machineLine } from "./machine.mjs";

/** Above this load, other programs were running during the measurement. */
const BUSY = 1.5;

/** When and where a run that starts now is measured. */
export function thisRun() {
  const load = Number((loadavg()[0] ?? 0).toFixed(1));
  return { day: new Date().toISOString().slice(0, 10), machine: machineLine(), load };
}

/** The same as text. @param {{ day: string, machine: string, load?: number }} run */
export function runLine({ day, machine, load = 0 }) {
  const busy = load > BUSY ? ` Other programs were running (load ${load}), so the seconds are too high.` : "";
  return `${day}, ${machine}.${busy}`;
}
