import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../lib/is-alive.mjs";

/**
 * A hidden folder, beside the data sets, in which only this process works, so that concurrent runs
 * do not conflict. The folder of a killed run is taken over with its download: its process id is in
 * the name of the folder, and only one run can rename it.
 *
 * @param {string} folder
 * @param {string} name of the data set
 */
export function openWorkshop(folder, name) {
  mkdirSync(folder, { recursive: true });
  const workshop = join(folder, `.${name}-${process.pid}`);
  for (const left of readdirSync(folder)) {
    const [, owner, pid] = /^\.(.+)-(\d+)$/.exec(left) ?? [];
    const isOurs = Number(pid) === process.pid; // an earlier process had the same id
    if (owner === name && (isOurs || !isAlive(Number(pid)))) takeOver(join(folder, left), workshop);
  }
  const zip = join(workshop, `${name}.zip`);
  const unpacked = join(workshop, "unpacked");
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });

  const remove = () => rmSync(workshop, { recursive: true, force: true });
  /** Keeps only the download, for a later run. */
  const leave = () => {
    rmSync(unpacked, { recursive: true, force: true });
    if (!statSync(zip, { throwIfNoEntry: false })?.size) remove();
  };
  return { zip, unpacked, remove, leave };
}

/** @param {string} left @param {string} workshop */
function takeOver(left, workshop) {
  try {
    renameSync(left, workshop);
  } catch {
    // Another run was faster, or another folder was taken over before.
    rmSync(left, { recursive: true, force: true });
  }
}
