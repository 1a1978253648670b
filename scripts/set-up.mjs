import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "./build.mjs";
import { isWindows, jupyterData, root, tools, venv, venvPython } from "./lib/places.mjs";
import { Stop } from "./lib/program.mjs";
import { findPython } from "./lib/python.mjs";
import { run } from "./lib/run.mjs";
import { readIfThere, stampOf } from "./lib/stamp.mjs";

/**
 * Makes the folder ready to work in: npm packages, Jupyter, the kernel, the built library. What is there and current
 * is left alone, so that the second time takes less than a second.
 *
 * @param {object} [options]
 * @param {boolean} [options.builds] whether to build the library too
 */
export async function setUp({ builds = true } = {}) {
  const python = findPython();
  await installNpmPackages();
  await installJupyter(python);
  configureJupyter();
  if (builds) await build();
}

async function installNpmPackages() {
  const file = join(root, "node_modules", ".reelbook-stamp");
  const stamp = stampOf([read("package-lock.json"), process.version]);
  if (readIfThere(file) === stamp) return;

  console.log("Installing the npm packages …");
  const [command, ...args] = npmCommand();
  await install("npm ci", command, [
    ...args,
    "ci",
    "--include=dev",
    "--loglevel=error",
    "--fetch-retry-mintimeout=1000",
  ]);
  writeFileSync(file, stamp);
}

/** @param {import("./lib/python.mjs").Python} python */
async function installJupyter({ command: [command = "", ...args], version }) {
  const file = join(venv, ".reelbook-stamp");
  const stamp = stampOf([read("requirements.txt"), version, root]);
  if (readIfThere(file) === stamp && (await run(venvPython, ["--version"])).code === 0) return;

  console.log(`Installing JupyterLab for Python ${version} in .venv …`);
  await install("python -m venv", command, [...args, "-m", "venv", "--clear", venv]);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
  await install("pip install", venvPython, [...pip, "-r", "requirements.txt"]);
  writeFileSync(file, stamp);
}

/**
 * The kernel, and a JupyterLab that shows pictures of figures at their size and does not ask whether it may fetch news.
 * Written each time: Node may have moved.
 */
function configureJupyter() {
  writeJson(join(jupyterData, "kernels", "tslab", "kernel.json"), {
    argv: [process.execPath, tools.tslab, "kernel", "--config-path", "{connection_file}"],
    display_name: "TypeScript (tslab)",
    language: "typescript",
  });
  const extension = join(jupyterData, "labextensions", "reelbook-figures");
  cpSync(join(root, "scripts", "lab-extension"), extension, { recursive: true });
  writeJson(join(jupyterData, "lab", "settings", "overrides.json"), {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
  });
}

/** npm without a shell: the script that runs us where npm started us, else the one that came with Node. */
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

/**
 * @param {string} name what the reader knows the command by
 * @param {string} command
 * @param {string[]} args
 */
async function install(name, command = "", args) {
  const { code, stdout, stderr } = await run(command, args);
  if (code === 0) return;
  if (NETWORK_ERRORS.test(stderr)) {
    throw new Stop(
      `${name} could not reach its package registry; check the network (or proxy settings) and run this again.`,
    );
  }
  throw new Stop(`${(stderr || stdout).trim()}\n${name} failed; mend what it says above and run this again.`);
}

/** @param {string} name */
function read(name) {
  return readFileSync(join(root, name), "utf8");
}

/** @param {string} file @param {unknown} content */
function writeJson(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
