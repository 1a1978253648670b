import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isWindows, root } from "../lib/places.mjs";
import { Stop } from "../lib/program.mjs";
import { findPython } from "../lib/python.mjs";
import { requirementsIn } from "../lib/requirements-in.mjs";
import { run } from "../lib/run.mjs";
import { readIfThere, stampOf } from "../lib/stamp.mjs";
import { failed, installPythonPackages } from "../set-up.mjs";

/** The Python environment that holds Spark; nothing but its folder pyspark is used. */
const venvSpark = join(root, ".venv-spark");
const python = join(venvSpark, "bin", "python");
const REQUIREMENTS = "requirements-spark.txt";

/** The folder of Spark, undefined where it is not installed. @returns {string | undefined} */
export function sparkHome() {
  if (readIfThere(stampFile) !== stamp()) return undefined;
  const libraries = join(venvSpark, "lib");
  const folders = readdirSync(libraries).map((name) => join(libraries, name, "site-packages", "pyspark"));
  return folders.find((folder) => existsSync(join(folder, "bin", "spark-submit")));
}

/**
 * Installs Spark, in .venv-spark, without the Python packages that its server does not need. What
 * is up to date is skipped.
 */
export async function setUpServer() {
  if (isWindows) throw new Stop("Spark's server is started by a shell script; on Windows run this in WSL.");
  if (sparkHome()) return;
  const {
    command: [command = "", ...args],
    version,
  } = findPython();
  console.log(`Installing Spark for Python ${version} in .venv-spark (a download of 460 MB) …`);
  const { code, stdout, stderr } = await run(command, [...args, "-m", "venv", "--clear", venvSpark]);
  if (code !== 0) throw failed("python -m venv", stderr || stdout);
  const folder = mkdtempSync(join(tmpdir(), "reelbook-requirements-"));
  try {
    // What builds it first: pip would fetch that itself, and not by its hash.
    const requirements = requirementsIn(readFileSync(join(root, REQUIREMENTS), "utf8"));
    const isSpark = (/** @type {string} */ line) => line.startsWith("pyspark==");
    for (const [name, lines] of [
      ["tools.txt", requirements.filter((line) => !isSpark(line))],
      ["spark.txt", requirements.filter(isSpark)],
    ]) {
      const file = join(folder, String(name));
      writeFileSync(file, `${[...(lines ?? [])].join("\n")}\n`);
      await installPythonPackages(file, {
        into: venvSpark,
        python,
        flags: ["--no-deps", "--no-build-isolation"],
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  writeFileSync(stampFile, stamp());
}

const stampFile = join(venvSpark, ".reelbook-stamp");

function stamp() {
  return stampOf([readFileSync(join(root, REQUIREMENTS), "utf8"), root]);
}
