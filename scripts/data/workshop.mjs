import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../lib/is-alive.mjs";

/**
 * A hidden folder beside the data sets in which this process alone makes one of them, so that two runs at once do not
 * meet. What a run that was killed has left is taken over with what it had downloaded: its process's id is in the
 * folder's name, and renaming is atomic, so only one run gets it.
 *
 * @param {string} folder
 * @param {string} name of the data set
 */
export function openWorkshop(folder, name) {
  mkdirSync(folder, { recursive: true });
  const workshop = join(folder, `.${name}-${process.pid}`);
  for (const left of readdirSync(folder)) {
    const [, owner, pid] = /^\.(.+)-(\d+)$/.exec(left) ?? [];
    const isOurs = Number(pid) === process.pid; // an earlier process had our id
    if (owner === name && (isOurs || !isAlive(Number(pid)))) takeOver(join(folder, left), workshop);
  }
  const zip = join(workshop, `${name}.zip`);
  const unpacked = join(workshop, "unpacked");
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });

  const remove = () => rmSync(workshop, { recursive: true, force: true });
  /** Leaves what was downloaded for another run, and nothing else. */
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
    // Another run was faster, or another leftover has the place already.
    rmSync(left, { recursive: true, force: true });
  }
}
