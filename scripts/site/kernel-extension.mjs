import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { importSource } from "../lib/import-source.mjs";
import { buildLabExtension } from "../lib/lab-extensions.mjs";
import { root } from "../lib/places.mjs";
import { Stop } from "../lib/program.mjs";
import { referenceSources } from "../lib/reference-sources.mjs";
import { bundleCompiler } from "./bundle-compiler.mjs";
import { convertCourse } from "./convert-course.mjs";

/** The modules that cells can import, and what stands for them; the kernel's main.ts names them. */
const MODULES = {
  reelbook: join(root, "src/web.ts"),
  "reelbook-reference": join(root, "src/reference.ts"),
  "ml-matrix": "ml-matrix",
  "danfojs-node": join(root, "node_modules/danfojs/lib/bundle.esm.js"),
};

/**
 * Builds the kernel of the page: its extension, its two workers, the modules that cells import, the
 * declarations of their types, and the conversions of the course's cells.
 *
 * @param {string} labextensions the folder that gets `reelbook-kernel`
 * @returns {Promise<string>} the folder of its files in the browser
 */
export async function buildKernelExtension(labextensions) {
  const folder = await buildLabExtension("kernel", labextensions);
  await bundleCompiler("worker", join(folder, "compiler.js"), "iife");
  await bundle({ cells: join(root, "lab/kernel/cell/worker.ts") }, folder, "iife");
  await bundle(MODULES, join(folder, "modules"), "esm");

  const { cells, types, danfoTypes } = await convertCourse();
  const { conversionsFile } = await importSource("lab/kernel/conversions.ts");
  const { readExercises } = await importSource("src/node/exercise-folder.ts");
  const { readStoredParts } = await importSource("src/node/stored-parts.ts");
  const write = (/** @type {string} */ name, /** @type {unknown} */ content) =>
    writeFileSync(join(folder, name), JSON.stringify(content));
  write("conversions.json", conversionsFile(cells));
  write("exercises.json", readExercises(join(root, "notebooks/exercises")));
  write("stored-parts.json", readStoredParts(join(root, "notebooks/stored-parts.json")));
  write("types.json", types);
  write("types-danfojs.json", danfoTypes);
  return folder;
}

/**
 * Names are not shortened: they are in errors, in printed values and in `source` of the references.
 *
 * @param {Record<string, string>} entryPoints
 * @param {string} outdir
 * @param {"iife" | "esm"} format
 */
async function bundle(entryPoints, outdir, format) {
  const { build } = await import("esbuild");
  try {
    await build({
      entryPoints,
      outdir,
      format,
      bundle: true,
      platform: "browser",
      target: "es2022",
      minifyWhitespace: true,
      minifySyntax: true,
      logLevel: "error",
      legalComments: "none",
      nodePaths: [join(root, "node_modules")],
      define: { REFERENCE_SOURCES: JSON.stringify(referenceSources()) },
    });
  } catch {
    throw new Stop("The kernel of the page could not be built; correct the errors of esbuild above.");
  }
}
