import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "../lib/program.mjs";
import { md5Of, sha256Of } from "./checksum.mjs";
import { download } from "./download.mjs";
import { progressLine } from "./progress-line.mjs";
import { unpack } from "./unpack.mjs";
import { missingFiles } from "./whereabouts.mjs";
import { openWorkshop } from "./workshop.mjs";

/** The files take three to five times the size of their zip; more than ten times is refused. */
const MOST_GROWTH = 10;

/**
 * @typedef {import("./catalogue.mjs").Dataset & { zip: { bytes: number, md5: string } }}
 *   Downloadable
 */

/**
 * Creates the folder of a data set: downloads the zip (or takes `from`), checks and unpacks it, and
 * then moves the folder to its place in one step, so that loaders see a complete folder or none,
 * even if this process is killed.
 *
 * @param {Downloadable} set
 * @param {object} options
 * @param {string} options.folder where the folder of the data set goes
 * @param {URL} options.url of the zip
 * @param {string} [options.from] path of a zip to take instead
 * @param {AbortSignal} options.signal
 * @param {Pick<import("./download.mjs").DownloadOptions, "silence" | "pauses">} [options.patience]
 */
export async function install(set, { folder, url, from, signal, patience }) {
  const place = join(folder, set.name);
  const lacking = missingFiles(set, place);
  if (lacking.length > 0 && existsSync(place)) {
    throw new Stop(`${place} lacks ${lacking.join(", ")}; move it away and run this again.`);
  }
  const workshop = openWorkshop(folder, set.name);
  const zip = from ?? workshop.zip;
  try {
    if (!from) await downloadShown(set, url, zip, { signal, ...patience });
    const md5 = await md5Of(zip, signal);
    const isOfficial = md5 === set.zip.md5;
    // Another zip may have the right files: each is checked after unpacking.
    const known = set.sha256 ?? {};
    if (!isOfficial && !(from && set.files.every((file) => known[file]))) {
      if (!from) rmSync(zip);
      throw new Stop(
        `${from ?? url} has the MD5 ${md5} and not ${set.zip.md5}, so it is damaged or not ${set.name}; ` +
          `${from ? `download it again from ${url}` : "it was removed: run this again"}.`,
      );
    }
    console.log(`${set.name}: unpacking …`);
    await unpack(zip, workshop.unpacked, {
      limit: MOST_GROWTH * set.zip.bytes,
      only: isOfficial ? undefined : Object.keys(known),
      signal,
    });
    const missing = missingFiles(set, workshop.unpacked);
    if (missing.length > 0)
      throw new Stop(`${from ?? url} holds no ${missing.join(", ")}, so it is not ${set.name}.`);
    if (!isOfficial) await checkFiles(set, workshop.unpacked, from ?? zip, signal);
    moveInto(place, workshop.unpacked, set);
    workshop.remove();
  } catch (error) {
    workshop.leave();
    throw error;
  }
  console.log(`${set.name} is in ${place}.`);
}

/**
 * @param {Downloadable} set
 * @param {URL} url
 * @param {string} path
 * @param {Pick<import("./download.mjs").DownloadOptions, "signal" | "silence" | "pauses">} options
 */
async function downloadShown({ name, zip: { bytes } }, url, path, options) {
  const line = progressLine(name, bytes);
  const onPause = (/** @type {string} */ what, /** @type {number} */ pause) =>
    line.say(`${what}; the next attempt is in ${pause / 1000} s.`);
  try {
    await download(url, path, { ...options, bytes, onProgress: line.update, onPause });
  } finally {
    line.end();
  }
}

/**
 * Throws a `Stop` if a file of the folder is not that of the data set.
 *
 * @param {Downloadable} set
 * @param {string} folder
 * @param {string} zip
 * @param {AbortSignal} signal
 */
async function checkFiles({ name, sha256 = {} }, folder, zip, signal) {
  for (const file of readdirSync(folder)) {
    const expected = sha256[file];
    const found = await sha256Of(join(folder, file), signal);
    if (found === expected) continue;
    throw new Stop(
      `${zip} holds a ${file} with the SHA-256 ${found} and not ${expected}, so it is not ${name}.`,
    );
  }
  console.log(`${name}: not GroupLens' own zip, but the files taken from it are theirs.`);
}

/** @param {string} place @param {string} unpacked @param {Downloadable} set */
function moveInto(place, unpacked, set) {
  try {
    renameSync(unpacked, place);
  } catch (error) {
    // Another run may have moved the same folder there.
    if (missingFiles(set, place).length > 0) throw error;
  }
}
