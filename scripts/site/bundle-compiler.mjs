import { join } from "node:path";
import { root } from "../lib/places.mjs";
import { Stop } from "../lib/program.mjs";

const folder = join(root, "lab/kernel/compiler");

/** Modules of Node that TypeScript and tslab name, but do not need without a disk. */
const UNUSED_OF_NODE =
  /^(fs|os|crypto|perf_hooks|inspector|source-map-support|module|util|vm|child_process|url)$/;

/**
 * Bundles tslab's converter with its TypeScript, so that it runs without Node.
 *
 * @param {string} name of the file in lab/kernel/compiler, without .ts
 * @param {string} outfile
 * @param {"iife" | "esm"} format
 */
export async function bundleCompiler(name, outfile, format) {
  const { build } = await import("esbuild");
  try {
    await build({
      entryPoints: [join(folder, `${name}.ts`)],
      outfile,
      format,
      bundle: true,
      platform: "browser",
      target: "es2022",
      minify: true,
      logLevel: "warning",
      legalComments: "none",
      alias: { path: "path-browserify" },
      // The version decides for which JavaScript tslab compiles: ES2022 from 18 on. It reads files
      // of its own only for `import "tslab"`, below this folder.
      define: {
        process: "undefined",
        "process.version": '"v20.0.0"',
        __dirname: '"/tslab/dist"',
        __filename: '"/tslab/dist/file.js"',
      },
      plugins: [{ name: "unused-of-node", setup: leaveOut }],
    });
  } catch {
    throw new Stop("The kernel's compiler could not be built; correct the errors of esbuild above.");
  }
}

/** @param {import("esbuild").PluginBuild} build */
function leaveOut({ onResolve, onLoad }) {
  onResolve({ filter: UNUSED_OF_NODE }, ({ path }) => ({ path, namespace: "unused-of-node" }));
  onLoad({ filter: /./, namespace: "unused-of-node" }, () => ({ contents: "module.exports = {};" }));
}
