import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root, tools } from "./lib/places.mjs";
import { program, Stop } from "./lib/program.mjs";
import { run } from "./lib/run.mjs";
import { readIfThere, stampOf } from "./lib/stamp.mjs";

const USAGE = `Builds the library: src/ -> src/dist/, for CommonJS, ESM and browsers, with declarations.

  npm run build [-- options]

  --watch   build again at each save, until Ctrl-C
  --help    this text`;

const source = join(root, "src");
const dist = join(source, "dist");

/**
 * Builds `src/dist` if the sources have changed. The new folder replaces the old one when it is
 * complete, so a failed build leaves the last good one.
 *
 * @param {object} [options]
 * @param {boolean} [options.always] build even if nothing has changed
 */
export async function build({ always = false } = {}) {
  for (const file of ["LICENSE", "CHANGELOG.md"]) copyFileSync(join(root, file), join(source, file));
  const stamp = stampOfSources();
  if (!always && readIfThere(join(dist, "stamp")) === stamp) return;

  const start = performance.now();
  const made = mkdtempSync(join(source, ".dist-"));
  chmodSync(made, 0o755); // mkdtemp gives access to its user only.
  const replaced = `${made}-replaced`;
  try {
    await declare(join(made, "types"));
    await bundle(made);
    writeFileSync(join(made, "stamp"), stamp);
    if (existsSync(dist)) renameSync(dist, replaced);
    renameSync(made, dist);
  } finally {
    for (const folder of [made, replaced]) rmSync(folder, { recursive: true, force: true });
  }
  console.log(`Built the library in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}

/**
 * Builds at each save until `signal` aborts, also after a failed build. Compares the sources once a
 * second, because `fs.watch` misses saves on some systems and editors.
 *
 * @param {AbortSignal} [signal]
 */
export async function watch(signal) {
  let last = stampOfSources();
  while (!signal?.aborted) {
    await pause(1000, undefined, { signal }).catch(() => {});
    const now = stampOfSources();
    if (now === last || signal?.aborted) continue;
    last = now;
    await build().catch((error) => console.error(error instanceof Stop ? error.message : error));
  }
}

/** @param {string} outdir */
async function bundle(outdir) {
  const esbuild = await import("esbuild");
  const { referenceSources } = await import("./lib/reference-sources.mjs");
  const shared = /** @type {const} */ ({
    bundle: true,
    outdir,
    sourcemap: true,
    sourcesContent: false,
    absWorkingDir: root,
    logLevel: "warning",
    logOverride: { "empty-import-meta": "silent" }, // CommonJS has __filename instead.
    define: { REFERENCE_SOURCES: JSON.stringify(referenceSources()) },
  });
  const node = /** @type {const} */ ({ ...shared, platform: "node", target: "node20", packages: "external" });
  const entryPoints = { index: join(source, "index.ts"), reference: join(source, "reference.ts") };
  // Packages are bundled, so that an import of node: below them fails the build.
  const browser = /** @type {const} */ ({ ...shared, platform: "browser", target: "es2022" });
  const forBrowsers = [join(source, "browser.ts"), join(source, "wasm.ts")];
  const forPages = [join(source, "web.ts")];
  const commonJs = /** @type {const} */ ({ format: "cjs", outExtension: { ".js": ".cjs" } });
  const modules = /** @type {const} */ ({ format: "esm", outExtension: { ".js": ".mjs" } });
  try {
    const [{ metafile }] = await Promise.all([
      esbuild.build({ ...browser, ...commonJs, entryPoints: forBrowsers, metafile: true }),
      esbuild.build({ ...browser, ...commonJs, entryPoints: forPages }),
      esbuild.build({ ...browser, ...modules, entryPoints: forPages }),
      esbuild.build({ ...node, ...commonJs, entryPoints }),
      esbuild.build({ ...node, ...modules, entryPoints }),
      esbuild.build({ ...node, ...commonJs, ...besideIndex(".cjs") }),
      esbuild.build({ ...node, ...modules, ...besideIndex(".mjs") }),
    ]);
    // A module for each source: bundlers leave out whole modules, but not all constants of one.
    await esbuild.build({
      ...browser,
      bundle: false,
      sourcemap: false,
      // Minifiers shorten these names, but not those of Number.
      define: { ...shared.define, "Number.NaN": "NaN", "Number.POSITIVE_INFINITY": "Infinity" },
      entryPoints: Object.keys(metafile.inputs).filter((path) => path.startsWith("src/")),
      outbase: source,
      outdir: join(outdir, "browser"),
      format: "esm",
    });
    writeFileSync(
      join(outdir, "browser/package.json"),
      '{ "type": "module", "sideEffects": ["./web/backend.js"] }\n',
    );
  } catch {
    throw new Stop("The build failed; correct the errors of esbuild above.");
  }
}

/**
 * `duckdb.ts` takes `Ratings` and `IdIndex` from the build of `index.ts`, so that its ratings are
 * those of a program that imports both.
 *
 * @param {".cjs" | ".mjs"} ending
 */
function besideIndex(ending) {
  /** @type {import("esbuild").Plugin} */
  const plugin = {
    name: "beside-index",
    setup({ onResolve }) {
      const external = { path: `./index${ending}`, external: true };
      onResolve({ filter: /\/ratings\/(ratings|id-index)\.js$/ }, () => external);
    },
  };
  return { entryPoints: { duckdb: join(source, "duckdb.ts") }, plugins: [plugin] };
}

/** @param {string} outDir */
async function declare(outDir) {
  const { code, stdout } = await run(process.execPath, [
    tools.tsc,
    "-p",
    "tsconfig.build.json",
    "--outDir",
    outDir,
  ]);
  if (code !== 0) throw new Stop(`${stdout.trim()}\nThe build failed; correct the type errors above.`);
  // Without it, TypeScript takes the ESM build for CommonJS and allows a default import.
  for (const name of ["index", "browser", "duckdb", "reference", "wasm", "web"]) {
    writeFileSync(join(outDir, `${name}.d.mts`), `export * from "./${name}.js";\n`);
  }
}

function stampOfSources() {
  const names = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.(ts|json)$/.test(name) && !/^\.?dist/.test(name),
  );
  const files = [
    ...names.sort().map((name) => join("src", name)),
    "tsconfig.json",
    "package-lock.json",
    "LICENSE",
  ];
  return stampOf(files.flatMap((name) => [name, readIfThere(join(root, name))]));
}

await program(import.meta.url, {
  usage: USAGE,
  options: { watch: { type: "boolean" } },
  async main({ watch: watches }) {
    await build({ always: true });
    if (watches) await watch();
  },
});
