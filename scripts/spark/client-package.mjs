import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { root, tools } from "../lib/places.mjs";
import { Stop } from "../lib/program.mjs";
import { run } from "../lib/run.mjs";
import { readIfThere, stampOf } from "../lib/stamp.mjs";
import { npmCi, setUp } from "../set-up.mjs";

/** The npm package reelbook-spark. */
export const clientFolder = join(root, "packages", "spark");
const source = join(clientFolder, "src");
const dist = join(clientFolder, "dist");

/** Whether the packages that it depends on are installed, as its lock file has them. */
export function hasClientPackages() {
  return readIfThere(join(clientFolder, "node_modules", ".reelbook-stamp")) === packagesStamp();
}

/** Installs what packages/spark depends on, and builds it. What is up to date is skipped. */
export async function setUpClient() {
  await setUp({ jupyter: false });
  if (!hasClientPackages()) {
    console.log("Installing the npm packages of packages/spark …");
    await npmCi(clientFolder);
    writeFileSync(join(clientFolder, "node_modules", ".reelbook-stamp"), packagesStamp());
  }
  await buildClient();
  linkClient();
}

/** Builds packages/spark/dist if its sources have changed. */
async function buildClient() {
  const stamp = sourcesStamp();
  if (readIfThere(join(dist, "stamp")) === stamp) return;
  const esbuild = await import("esbuild");
  rmSync(dist, { recursive: true, force: true });
  const entryPoints = [join(source, "index.ts")];
  const shared = /** @type {const} */ ({
    bundle: true,
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  try {
    await esbuild.build({ ...shared, entryPoints, format: "cjs", outfile: join(dist, "index.cjs") });
    await esbuild.build({ ...shared, entryPoints, format: "esm", outfile: join(dist, "index.mjs") });
  } catch {
    throw new Stop("The build of packages/spark failed; correct the errors of esbuild above.");
  }
  const { code, stdout } = await run(process.execPath, [
    ...[tools.tsc, "-p", join(clientFolder, "tsconfig.build.json")],
  ]);
  if (code !== 0) throw new Stop(`${stdout}\nThe build of packages/spark failed; correct the errors above.`);
  cpSync(join(dist, "types", "index.d.ts"), join(dist, "types", "index.d.mts"));
  writeFileSync(join(dist, "stamp"), stamp);
}

/** Lets programs and notebooks of this clone import "reelbook-spark", as `npm install` would. */
function linkClient() {
  const link = join(root, "node_modules", "reelbook-spark");
  if (existsSync(link)) return;
  rmSync(link, { force: true });
  mkdirSync(join(root, "node_modules"), { recursive: true });
  symlinkSync(relative(join(root, "node_modules"), clientFolder), link, "junction");
}

function packagesStamp() {
  const files = ["package.json", "package-lock.json"].map((name) =>
    readFileSync(join(clientFolder, name), "utf8"),
  );
  return stampOf([...files, process.version]);
}

function sourcesStamp() {
  const paths = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  const texts = paths.sort().map((path) => readFileSync(join(source, path), "utf8"));
  return stampOf([...paths, ...texts, readFileSync(join(clientFolder, "tsconfig.build.json"), "utf8")]);
}
