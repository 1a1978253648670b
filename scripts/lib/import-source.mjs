import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root, scratch } from "./places.mjs";

/**
 * Imports a TypeScript file, such as one of src/ that no entry point exports, or one of pages/.
 *
 * @param {string} path from the root of the project, such as "src/node/find-dataset.ts"
 */
export async function importSource(path) {
  const outfile = join(scratch, "source", path.replace(/\.ts$/, ".mjs"));
  const entryPoints = [join(root, path)];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", logLevel: "warning" });
  return import(pathToFileURL(outfile).href);
}
