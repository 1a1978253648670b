import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { buildLabExtension } from "./lib/lab-extensions.mjs";
import { isWindows, jupyterData, root, scratch, tools, venv, venvPython } from "./lib/places.mjs";
import { Stop } from "./lib/program.mjs";
import { findPython } from "./lib/python.mjs";
import { run } from "./lib/run.mjs";
import { readIfThere, stampOf } from "./lib/stamp.mjs";
import { countInstalled, countPythonPackages, lockedPaths } from "./set-up/installed-packages.mjs";
import { runInstaller } from "./set-up/run-installer.mjs";

/**
 * Installs the npm packages, Jupyter and the kernel, and builds the library. What is up to date is
 * skipped, so a second run takes less than a second.
 *
 * @param {object} [options]
 * @param {boolean} [options.builds] whether to build the library too
 * @param {boolean} [options.jupyter] whether to install Jupyter too, which needs Python
 * @param {number} [options.patience] milliseconds to wait for the first answer of a package
 *   registry
 */
export async function setUp({ builds = true, jupyter = true, patience } = {}) {
  const python = jupyter ? findPython() : undefined;
  await installNpmPackages(patience);
  if (python) {
    await installJupyter(python, patience);
    await configureJupyter();
  }
  if (builds) await build();
}

/** @param {number} [patience] */
async function installNpmPackages(patience) {
  const file = join(root, "node_modules", ".reelbook-stamp");
  const stamp = stampOf([read("package-lock.json"), process.version]);
  if (readIfThere(file) === stamp) return;

  console.log("Installing the npm packages …");
  await npmCi(root, patience);
  writeFileSync(file, stamp);
}

/**
 * Installs the npm packages that only some commands need, of `scripts/NAME/package.json`. What is
 * up to date is skipped.
 *
 * @param {string} name
 * @param {number} [patience] as of `setUp`
 * @returns {Promise<string>} the folder that holds their `node_modules`
 */
export async function setUpPackages(name, patience) {
  const folder = join(scratch, "packages", name);
  const files = ["package.json", "package-lock.json"];
  const file = join(folder, "node_modules", ".reelbook-stamp");
  const stamp = stampOf([...files.map((each) => read(`scripts/${name}/${each}`)), process.version]);
  if (readIfThere(file) === stamp) return folder;

  console.log(`Installing the npm packages of scripts/${name} …`);
  mkdirSync(folder, { recursive: true });
  for (const each of [...files.map((each) => join("scripts", name, each)), ".npmrc"]) {
    copyFileSync(join(root, each), join(folder, basename(each)));
  }
  await npmCi(folder, patience);
  writeFileSync(file, stamp);
  return folder;
}

/** Installs what a folder's lock file names. @param {string} folder @param {number} [patience] */
export async function npmCi(folder, patience) {
  const [command = "", ...args] = npmCommand();
  const paths = lockedPaths(join(folder, "package-lock.json"));
  const npm = ["ci", "--include=dev", "--loglevel=http", "--fetch-retry-mintimeout=1000"];
  await install("npm ci", {
    command,
    args: [...args, ...npm, "--fetch-retry-maxtimeout=5000", "--prefix", folder],
    answered: /^npm http (fetch \w+ [1-5]\d\d|cache) /m,
    patience: patience ?? 20_000,
    progress: () => `  ${countInstalled(folder, paths)} of ${paths.length} npm packages`,
  });
}

/** @param {import("./lib/python.mjs").Python} python @param {number} [patience] */
async function installJupyter({ command: [command = "", ...args], version }, patience) {
  const file = join(venv, ".reelbook-stamp");
  const stamp = stampOf([read("requirements.txt"), version, root]);
  if (readIfThere(file) === stamp && (await run(venvPython, ["--version"])).code === 0) return;

  console.log(`Installing JupyterLab for Python ${version} in .venv …`);
  const { code, stdout, stderr } = await run(command, [...args, "-m", "venv", "--clear", venv]);
  if (code !== 0) throw failed("python -m venv", stderr || stdout);
  await installPythonPackages("requirements.txt", { patience });
  writeFileSync(file, stamp);
}

/**
 * Installs what the build of the site needs beside JupyterLab. What is up to date is skipped.
 *
 * @param {number} [patience] as of `setUp`
 */
export async function setUpSite(patience) {
  await setUp({ patience });
  const file = join(venv, ".reelbook-site-stamp");
  const stamp = stampOf([read("requirements-site.txt"), readIfThere(join(venv, ".reelbook-stamp"))]);
  if (readIfThere(file) === stamp) return;

  console.log("Installing JupyterLite in .venv …");
  await installPythonPackages("requirements-site.txt", { patience });
  writeFileSync(file, stamp);
}

/**
 * Installs what a file pins, by its hashes.
 *
 * @param {string} requirements the path of a file
 * @param {object} [options]
 * @param {number} [options.patience] as of `setUp`
 * @param {string} [options.into] the Python environment
 * @param {string} [options.python] its Python
 * @param {string[]} [options.flags] more options of pip
 */
export async function installPythonPackages(
  requirements,
  { patience, into = venv, python = venvPython, flags = [] } = {},
) {
  const before = countPythonPackages(into);
  const pip = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"];
  const sources = ["--retries", "2", "--timeout", "15", "--require-hashes", "-r", requirements];
  await install("pip install", {
    command: python,
    args: [...pip, ...flags, ...sources],
    answered: /^\s*(Downloading|Using cached|Processing|Requirement already|Installing collected) /m,
    patience: patience ?? 15_000,
    progress: (output) => {
      const collected = output.match(/^Collecting /gm)?.length ?? 0;
      if (!output.includes("Installing collected packages")) return `  ${collected} Python packages fetched`;
      return `  ${countPythonPackages(into) - before} of ${collected} Python packages installed`;
    },
  });
}

/** The extensions of `lab/` for JupyterLab. */
const EXTENSIONS = ["figures", "sliders"];

/**
 * Writes the kernel, the extensions, and settings without the question about news. Runs each time,
 * because the path of Node may change.
 */
async function configureJupyter() {
  writeJson(join(jupyterData, "kernels", "tslab", "kernel.json"), {
    argv: [
      process.execPath,
      "--import",
      pathToFileURL(join(root, "scripts/lib/short-errors.mjs")).href,
      "--import",
      pathToFileURL(join(root, "scripts/lib/fast-conversions.mjs")).href,
      "--import",
      pathToFileURL(join(root, "scripts/lib/kernel-ready.mjs")).href,
      tools.tslab,
      "kernel",
      "--config-path",
      "{connection_file}",
    ],
    display_name: "TypeScript (tslab)",
    language: "typescript",
  });
  for (const name of EXTENSIONS) await buildLabExtension(name, join(jupyterData, "labextensions"));
  writeJson(join(jupyterData, "lab", "settings", "overrides.json"), {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
  });
}

/**
 * npm without a shell: the script that runs us where npm started us, else the one that came with
 * Node.
 */
function npmCommand() {
  const scripts = [
    process.env.npm_execpath ?? "",
    join(dirname(process.execPath), "node_modules/npm/bin/npm-cli.js"),
    join(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js"),
  ];
  const script = scripts.find((path) => path.endsWith("npm-cli.js") && existsSync(path));
  if (script) return [process.execPath, script];
  if (!isWindows) return ["npm"];
  throw new Stop("npm was not found beside Node; install Node from nodejs.org, which brings npm.");
}

const NETWORK_ERRORS =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT|NewConnectionError|name resolution|ConnectTimeout|ReadTimeout|ProxyError/;

/** Lines that npm and pip print per package. */
const ROUTINE_LINES =
  /^(npm (http|warn) |Looking in |Ignoring |Collecting | +(Downloading|Using cached|Preparing|Installing|Getting) ).*\n/gm;

/**
 * @param {string} name what the reader knows the command by
 * @param {import("./set-up/run-installer.mjs").Installer} installer
 */
async function install(name, installer) {
  const { code, output, isUnanswered } = await runInstaller(installer);
  if (code === 0) return;
  const errors = output.replace(ROUTINE_LINES, "");
  if (isUnanswered || NETWORK_ERRORS.test(errors)) {
    throw new Stop(
      `${name} could not reach its package registry; check the network (or proxy settings) and run this again.`,
    );
  }
  throw failed(name, errors);
}

/** The error for a program that failed. @param {string} name @param {string} output */
export function failed(name, output) {
  return new Stop(`${output.trim()}\n${name} failed; correct what it says above and run this again.`);
}

/** @param {string} name */
function read(name) {
  return readFileSync(join(root, name), "utf8");
}

/** @param {string} file @param {unknown} content */
function writeJson(file, content) {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  // A kernel that is started now may be reading it.
  if (readIfThere(file) === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
