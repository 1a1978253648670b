import { statSync } from "node:fs";
import { resolve } from "node:path";
import { diskTrouble } from "../lib/disk-trouble.mjs";
import { Stop } from "../lib/program.mjs";
import { CATALOGUE } from "./catalogue.mjs";
import { md5Of } from "./checksum.mjs";
import { install } from "./install.mjs";
import { askForAgreement, licenceText } from "./licence.mjs";
import { sizeText } from "./text.mjs";
import { dataFolders, findWhole } from "./whereabouts.mjs";

/** @typedef {import("./catalogue.mjs").Dataset} Dataset */
/** @typedef {import("./install.mjs").Downloadable} Downloadable */

const GROUPLENS = "https://files.grouplens.org/datasets/movielens/";

const USAGE = `Downloads data sets of MovieLens from GroupLens, checks and unpacks them for loadDataset.

  npm run data -- NAME [NAME …] [options]         as npm run data -- ml-100k
  npm run data -- [NAME] --from FILE [options]    a zip of GroupLens that is on this machine
  npm run data -- --list                          what there is, how big it is, and where it is here

  --accept-licence   agree to the licence, where nobody can answer
  --to FOLDER        put it there and not in data/; then name FOLDER in REELBOOK_DATA
  --help             this text

The environment variable REELBOOK_DATA_URL names another folder of the web that holds the zips.`;

const options = /** @type {const} */ ({
  list: { type: "boolean" },
  from: { type: "string" },
  to: { type: "string" },
  "accept-licence": { type: "boolean" },
});

/**
 * The command `npm run data`. Tests pass small data sets and short timeouts.
 *
 * @param {object} [given]
 * @param {readonly Dataset[]} [given.catalogue]
 * @param {Parameters<typeof install>[1]["patience"]} [given.patience]
 */
export function dataCommand({ catalogue = CATALOGUE, patience } = {}) {
  /**
   * @param {import("../lib/program.mjs").Values<typeof options>} values
   * @param {string[]} names
   */
  async function main({ list, from: file, to, "accept-licence": accepted }, names) {
    const folders = to ? [resolve(to)] : dataFolders();
    if (list) return console.log(listText(catalogue, folders));

    const from = file && zipAt(file);
    const wanted = from && names.length === 0 ? [await identify(from, catalogue)] : choose(names, catalogue);
    if (from && wanted.length > 1)
      throw new Stop(`${from} is one data set, not ${wanted.length}; name just one.`);
    /** @type {Downloadable[]} */
    const missing = [];
    for (const set of wanted) {
      const place = findWhole(set, folders);
      if (place) console.log(`${set.name} is here already, in ${place}.`);
      else missing.push(checkDownloadable(set));
    }
    if (missing.length === 0) return;

    await checkPackages();
    console.log(licenceText(missing));
    const [folder = ""] = folders;
    return interruptible(folder, async (interrupt) => {
      if (!accepted) await askForAgreement(interrupt);
      const { signal } = interrupt;
      for (const set of missing) await install(set, { folder, url: urlOf(set), from, signal, patience });
    });
  }
  return { usage: USAGE, options, takesNames: true, main };
}

/** @param {string[]} names @param {readonly Dataset[]} catalogue */
function choose(names, catalogue) {
  const known = catalogue.map(({ name }) => name).join(", ");
  if (names.length === 0) throw new Stop(`Name a data set; there are: ${known}.`);
  return [...new Set(names)].map((name) => {
    const set = catalogue.find((each) => each.name === name);
    if (!set) throw new Stop(`There is no data set "${name}"; there are: ${known}.`);
    return set;
  });
}

/** Which data set a zip holds. @param {string} zip @param {readonly Dataset[]} catalogue */
async function identify(zip, catalogue) {
  const md5 = await md5Of(zip);
  const set = catalogue.find((each) => each.zip?.md5 === md5);
  if (set) return set;
  throw new Stop(
    `${zip} has the MD5 ${md5}, as no data set in --list; say which one it is (npm run data -- ml-100k --from …), download it again from GroupLens, or unpack it into data/ by hand.`,
  );
}

/** @param {string} file */
function zipAt(file) {
  const path = resolve(file);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  throw new Stop(`There is no file ${path}; check the path after --from.`);
}

/** @param {Dataset} set @returns {Downloadable} */
function checkDownloadable({ zip, ...set }) {
  if (zip) return { ...set, zip };
  throw new Stop(`${set.name} is part of this repository; git restore data/${set.name} brings it back.`);
}

/** @param {Downloadable} set */
function urlOf({ name }) {
  const base = process.env.REELBOOK_DATA_URL || GROUPLENS;
  if (/^https?:/.test(base) && URL.canParse(base)) return new URL(`${base.replace(/\/*$/, "/")}${name}.zip`);
  throw new Stop(`REELBOOK_DATA_URL is ${base}; name a folder of the web, as ${GROUPLENS}`);
}

/** @param {readonly Dataset[]} catalogue @param {string[]} folders */
function listText(catalogue, folders) {
  const lines = catalogue.map((set) => {
    const ratings = `${set.ratings.toLocaleString("en-US")} ratings`.padStart(18);
    const size = set.zip ? `${sizeText(set.zip.bytes)} to download` : "part of this course";
    const cure = set.zip ? `npm run data -- ${set.name}` : `git restore data/${set.name}`;
    const place = findWhole(set, folders) ?? `not here: ${cure}`;
    return `${set.name.padEnd(15)} ${ratings}   ${size.padEnd(19)}   ${place}`;
  });
  return lines.join("\n");
}

async function checkPackages() {
  await import("yauzl").catch(() => {
    throw new Stop("The npm packages are not there; install them with npm ci and run this again.");
  });
}

/**
 * Runs the work until it is done or interrupted, and returns the exit code.
 *
 * @param {string} folder
 * @param {(interrupt: AbortController) => Promise<void>} work
 */
async function interruptible(folder, work) {
  const interrupt = new AbortController();
  const codes = { SIGINT: 130, SIGTERM: 143 };
  let code = codes.SIGINT;
  for (const [signal, itsCode] of Object.entries(codes)) {
    process.once(signal, () => {
      code = itsCode;
      interrupt.abort();
    });
  }
  try {
    await work(interrupt);
    return 0;
  } catch (error) {
    if (!interrupt.signal.aborted) throw explainDisk(error, folder);
    console.error("Stopped; the same command goes on from here.");
    return code;
  }
}

/**
 * A system error as a sentence; other errors unchanged. @param {unknown} error @param {string}
 * folder
 */
function explainDisk(error, folder) {
  const cure = "choose another folder with --to";
  const { code, syscall, path = folder } = /** @type {NodeJS.ErrnoException} */ (error);
  if (!syscall) return error;
  const trouble = diskTrouble(error, { folder, cure });
  return new Stop(trouble ?? `${path}: the system says ${code} to ${syscall}; check it, or ${cure}.`);
}
