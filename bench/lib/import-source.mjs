import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root, scratch } from "../../scripts/lib/places.mjs";

/**
 * Imports a file of src/ that the library's doors keep inside.
 *
 * @param {string} path as "ratings/simulated-csv.ts"
 */
export async function importSource(path) {
  const outfile = join(scratch, "bench", "source", path.replace(/\.ts$/, ".mjs"));
  const entryPoints = [join(root, "src", path)];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", logLevel: "warning" });
  return import(pathToFileURL(outfile).href);
}
