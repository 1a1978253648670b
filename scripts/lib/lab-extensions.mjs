import { copyFileSync, cpSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { root, tools } from "./places.mjs";
import { Stop } from "./program.mjs";

/**
 * Files that extensions load when they need them.
 *
 * @type {Readonly<Record<string, string[]>>}
 */
const LOADED_LATER = { figures: [tools.plotly] };

/**
 * Bundles an extension of `lab/` into a folder of labextensions, as Lab and jupyterlite load it.
 *
 * @param {string} name of its folder in lab/, such as "sliders"
 * @param {string} labextensions the folder that gets `reelbook-<name>`
 * @returns {Promise<string>} the folder of its files in the browser
 */
export async function buildLabExtension(name, labextensions) {
  const { build } = await import("esbuild");
  const source = join(root, "lab", name);
  const target = join(labextensions, `reelbook-${name}`);
  const files = join(target, "static");
  mkdirSync(files, { recursive: true });
  cpSync(join(source, "package.json"), join(target, "package.json"));
  for (const file of LOADED_LATER[name] ?? []) copyFileSync(file, join(files, basename(file)));
  try {
    await build({
      entryPoints: { "remote-entry": join(source, "main.ts") },
      outdir: files,
      bundle: true,
      format: "iife",
      platform: "browser",
      target: "es2022",
      minify: true,
      loader: { ".css": "text" },
      logLevel: "warning",
    });
  } catch {
    throw new Stop(`The Lab extension ${name} could not be built; correct the errors of esbuild above.`);
  }
  return files;
}
