import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setUpPackages } from "../../scripts/set-up.mjs";

/** Where the packages of scripts/node-24 keep the program. */
const PROGRAMS = ["bin/node", "bin/node.exe"];

/**
 * A Node 24: this process's own, that of BENCH_NODE_24, or that of scripts/node-24, which is
 * installed on first use.
 *
 * @returns {Promise<{ path: string, version: string } | undefined>} undefined where the packages
 *   have none for this system
 */
export async function node24() {
  if (process.versions.node.startsWith("24.")) return withVersion(process.execPath);
  const { BENCH_NODE_24 } = process.env;
  if (BENCH_NODE_24) return withVersion(BENCH_NODE_24);
  const folder = join(await setUpPackages("node-24"), "node_modules");
  const path = PROGRAMS.map((program) =>
    join(folder, `node-${process.platform.replace("win32", "win")}-${process.arch}`, program),
  ).find((each) => existsSync(each));
  return path === undefined ? undefined : withVersion(path);
}

/** @param {string} path */
function withVersion(path) {
  return { path, version: execFileSync(path, ["--version"], { encoding: "utf8" }).trim().slice(1) };
}
