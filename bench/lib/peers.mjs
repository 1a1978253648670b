import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isWindows, root } from "../../scripts/lib/places.mjs";
import { findPython } from "../../scripts/lib/python.mjs";
import { requirementsIn } from "../../scripts/lib/requirements-in.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { readIfThere, stampOf } from "../../scripts/lib/stamp.mjs";

const venv = join(root, ".venv-bench");
const requirements = join(root, "requirements-bench.txt");

/** The Python of the environment with the peers. */
export const peerPython = isWindows ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");

/**
 * Makes the Python environment of the peers, unless it exists and is as new as
 * requirements-bench.txt. If not all packages can be installed, each is installed alone, so that
 * only some are missing. The file has the packages that they need, and hashes of all.
 */
export async function setUpPeers() {
  const stampFile = join(venv, ".reelbook-stamp");
  const text = readFileSync(requirements, "utf8");
  const { command, version } = findPython();
  const stamp = stampOf([text, version, root]);
  if (readIfThere(stampFile) === stamp && existsSync(peerPython)) return;

  console.log(`Installing the peers for Python ${version} in .venv-bench …`);
  const [python = "", ...args] = command;
  rmSync(venv, { recursive: true, force: true });
  await run(python, [...args, "-m", "venv", venv]);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
  const all = await run(peerPython, [...pip, "--require-hashes", "-r", requirements]);
  if (all.code !== 0) {
    const alone = join(venv, "alone.txt");
    for (const requirement of requirementsIn(text)) {
      writeFileSync(alone, requirement);
      const { code, stderr } = await run(peerPython, [...pip, "--no-deps", "--require-hashes", "-r", alone]);
      const [pinned] = requirement.split(" ");
      const lines = stderr.trim().split("\n");
      const reason = lines.find((line) => line.startsWith("ERROR")) ?? lines.at(-1);
      if (code !== 0) console.warn(`${pinned} is missing: ${reason}`);
    }
  }
  if (existsSync(peerPython)) writeFileSync(stampFile, stamp);
}

/**
 * The versions of the installed peers, by name.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function peerVersions() {
  const { code, stdout } = await run(peerPython, [
    "-m",
    "pip",
    "list",
    "--format=json",
    "--disable-pip-version-check",
  ]);
  if (code !== 0) return {};
  const packages = /** @type {{ name: string, version: string }[]} */ (JSON.parse(stdout));
  return Object.fromEntries(packages.map(({ name, version }) => [name, version]));
}
