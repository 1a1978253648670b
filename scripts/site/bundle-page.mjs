import { join } from "node:path";
import { root } from "../lib/places.mjs";
import { Stop } from "../lib/program.mjs";

/**
 * Bundles scripts and the style of a folder of `pages/`. Scripts are classic ones, because browsers
 * load no modules from file:, where a page should still say what is wrong.
 *
 * @param {string} name of the folder, whose style is `<name>.css`
 * @param {readonly string[]} scripts names without .ts
 * @param {string} outdir
 */
export async function bundlePage(name, scripts, outdir) {
  const { build } = await import("esbuild");
  const folder = join(root, "pages", name);
  try {
    await build({
      entryPoints: [...scripts.map((script) => join(folder, `${script}.ts`)), join(folder, `${name}.css`)],
      outdir,
      bundle: true,
      format: "iife",
      platform: "browser",
      target: ["es2022", "chrome109", "firefox121", "safari16.4"],
      minify: true,
      logLevel: "warning",
    });
  } catch {
    throw new Stop(`The pages of ${folder} could not be built; correct the errors of esbuild above.`);
  }
}
