import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { watch } from "./build.mjs";
import { onOrphaned } from "./lib/on-orphaned.mjs";
import { isWindows, jupyterEnvironment, root, scratch, venvPython } from "./lib/places.mjs";
import { program, Stop } from "./lib/program.mjs";
import { run } from "./lib/run.mjs";
import { setUp } from "./set-up.mjs";

const USAGE = `Installs what is missing, builds, and opens the course in JupyterLab; Ctrl-C ends it.

  npm start [-- options]

  --check        do all but open JupyterLab
  --port N       listen on port N of this machine (default 8888)
  --no-browser   print the address, open no browser
  --help         this text`;

const FIRST_PAGE = "/lab/tree/notebooks/00-start-here.ipynb";
const LOG = join(scratch, "jupyter.log");

/**
 * Opens JupyterLab and builds at each save, until Ctrl-C or until Lab is shut down from its menu.
 *
 * @param {number} port
 * @param {boolean} opensBrowser
 */
async function openLab(port, opensBrowser) {
  const token = randomBytes(24).toString("hex");
  const lab = startLab(port, token, opensBrowser);
  const ended = once(lab, "exit");
  const stopLab = () => stop(lab);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stopLab);

  const watching = new AbortController();
  ended.then(() => watching.abort());
  if (await answers(port, watching.signal)) {
    console.log(
      `The course is open at http://127.0.0.1:${port}${FIRST_PAGE}?token=${token}\nCtrl-C ends it.`,
    );
    await watch(watching.signal);
  }
  const [code] = await ended;
  if (code) throw new Stop(`JupyterLab ended with exit code ${code}; its log is ${LOG}.`);
  console.log("JupyterLab has ended.");
}

/**
 * Lab reads the token from standard input, so that neither other users nor kernels can read it, and
 * ends when standard input closes, also if this process is killed. On POSIX, Lab gets its own
 * process group, because it would answer Ctrl-C with a question.
 *
 * @param {number} port
 * @param {string} token
 * @param {boolean} opensBrowser
 */
function startLab(port, token, opensBrowser) {
  mkdirSync(scratch, { recursive: true });
  const log = openSync(LOG, "w");
  const args = [
    join(root, "scripts", "run-lab.py"),
    `--ServerApp.root_dir=${root}`,
    "--ServerApp.ip=127.0.0.1",
    `--ServerApp.port=${port}`,
    "--ServerApp.port_retries=0",
    `--ServerApp.open_browser=${opensBrowser ? "True" : "False"}`,
    `--LabApp.default_url=${FIRST_PAGE}`,
    "--MultiKernelManager.default_kernel_name=tslab",
    // With new ports Jupyter no longer follows what a kernel does that died in its first seconds.
    "--KernelRestarter.random_ports_until_alive=False",
  ];
  // As root, for example in a container, Jupyter starts only with this option.
  if (process.getuid?.() === 0) args.push("--allow-root");
  const env = { ...jupyterEnvironment(), JUPYTER_TOKEN: undefined };
  const lab = spawn(venvPython, args, { cwd: root, env, stdio: ["pipe", log, log], detached: !isWindows });
  lab.stdin?.on("error", () => {}); // Lab may end before it has read the token.
  lab.stdin?.write(`${token}\n`);
  closeSync(log);
  return lab;
}

/**
 * Ends Lab. On SIGTERM it ends its kernels first; if that takes too long, it is killed.
 *
 * @param {import("node:child_process").ChildProcess} lab
 */
function stop(lab) {
  if (isWindows) return run("taskkill", ["/pid", String(lab.pid), "/T", "/F"]);
  lab.kill("SIGTERM");
  setTimeout(() => lab.kill("SIGKILL"), 10_000).unref();
}

/**
 * Waits until Lab responds: true if it does, false if `signal` aborts first.
 *
 * @param {number} port
 * @param {AbortSignal} signal
 */
async function answers(port, signal) {
  while (!signal.aborted) {
    const response = await fetch(`http://127.0.0.1:${port}/api`, { signal }).catch(() => undefined);
    if (response?.ok) return true;
    await pause(200, undefined, { signal }).catch(() => {});
  }
  return false;
}

/** @param {string} text */
function parsePort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Stop(`--port ${text} is not a port; give a whole number from 1024 to 65535, as --port 8889.`);
}

/**
 * Rejects with a `Stop` where the port is not free. @param {number} port @returns {Promise<void>}
 */
function checkPort(port) {
  const server = createServer();
  return new Promise((free, stop) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ { code }) => {
      const trouble =
        code === "EADDRINUSE" ? "is in use; close what uses it" : `cannot be opened (${code}); free it`;
      const other = port === 8888 ? 8889 : 8888;
      stop(new Stop(`Port ${port} ${trouble} or choose another: npm start -- --port ${other}`));
    });
    server.listen(port, "127.0.0.1", () => server.close(() => free()));
  });
}

await program(import.meta.url, {
  usage: USAGE,
  options: {
    check: { type: "boolean" },
    port: { type: "string", default: "8888" },
    "no-browser": { type: "boolean" },
  },
  async main({ check, port: text, "no-browser": noBrowser }) {
    const port = parsePort(text);
    onOrphaned(() => process.kill(process.pid, "SIGTERM"));
    if (!check) await checkPort(port);
    await setUp();
    if (check) return console.log("Everything is in place; npm start opens the course.");
    await openLab(port, !noBrowser);
  },
});
