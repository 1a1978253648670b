import { lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./lib/places.mjs";
import { program } from "./lib/program.mjs";
import { setUp, setUpPackages } from "./set-up.mjs";

const USAGE = `Installs DuckDB (about 80 MB), which the library's entry point reelbook/duckdb needs.
Later calls take less than a second.

  npm run duckdb

  --help    this text`;

/**
 * Installs the packages of `scripts/duckdb` and links them into `node_modules`, where the library
 * finds them.
 *
 * @returns {Promise<string>} the link
 */
export async function setUpDuckdb() {
  // First, because it would remove the link.
  await setUp({ builds: false, jupyter: false });
  const packages = join(await setUpPackages("duckdb"), "node_modules", "@duckdb");
  const link = join(root, "node_modules", "@duckdb");
  if (targetOf(link) === packages) return link;
  rmSync(link, { recursive: true, force: true });
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(packages, link, "junction");
  return link;
}

/** Where a link leads; undefined where there is none. @param {string} path */
function targetOf(path) {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink ? readlinkSync(path) : undefined;
}

await program(import.meta.url, {
  usage: USAGE,
  options: {},
  async main() {
    await setUpDuckdb();
    console.log('DuckDB is installed; import { duckdbRatings } from "reelbook/duckdb".');
  },
});
