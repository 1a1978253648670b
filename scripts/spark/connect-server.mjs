import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { endWithUs } from "../lib/end-with-us.mjs";
import { isAlive } from "../lib/is-alive.mjs";
import { Stop } from "../lib/program.mjs";
import { readIfThere } from "../lib/stamp.mjs";
import { sparkHome } from "./server-package.mjs";

const READY = /Spark Connect server started at: \S*:(\d+)/;
const PATIENCE = 90_000;
const FAREWELL = 10_000;

/**
 * @typedef {object} ServerOptions
 * @property {number} [port] of 127.0.0.1; a free one by default
 * @property {string} [memory] as "1g"
 * @property {number} [cores]
 * @property {boolean} [survives] whether it goes on when this process ends
 * @property {Record<string, string>} [settings] of Spark, such as spark.sql.shuffle.partitions
 */

/**
 * @typedef {object} Server a running Spark Connect server
 * @property {string} address as "sc://127.0.0.1:15002"
 * @property {number} pid
 * @property {string} folder its temporary files and its log
 */

/**
 * Starts Spark's Connect server on 127.0.0.1 and waits until it is ready.
 *
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer({
  port = 0,
  memory = "1g",
  cores = 2,
  survives = false,
  settings = {},
} = {}) {
  const home = sparkHome();
  if (!home) throw new Stop("Spark is not installed; run npm run spark -- install --server.");
  const folder = mkdtempSync(join(tmpdir(), "reelbook-spark-"));
  const log = join(folder, "server.log");
  const output = openSync(log, "w");
  const child = spawn(
    join(home, "bin", "spark-submit"),
    submitArguments({ port, memory, cores, settings }, folder),
    {
      cwd: folder,
      env: { ...process.env, SPARK_HOME: home, SPARK_LOCAL_IP: "127.0.0.1" },
      stdio: ["ignore", output, output],
      detached: survives,
    },
  );
  closeSync(output);
  let isOver = false;
  for (const event of ["error", "exit"]) {
    child.once(event, () => {
      isOver = true;
    });
  }
  if (survives) child.unref();
  else endWithUs(child);

  const server = { pid: child.pid ?? 0, folder };
  for (const start = Date.now(); Date.now() - start < PATIENCE && !isOver; ) {
    const [, bound] = READY.exec(readIfThere(log)) ?? [];
    if (bound) return { ...server, address: `sc://127.0.0.1:${bound}` };
    await pause(100);
  }
  const text = readIfThere(log);
  await stopServer(server);
  throw new Stop(startTrouble(text, port));
}

/**
 * Ends a server, and removes its temporary files: SIGTERM first, SIGKILL after 10 seconds.
 *
 * @param {Pick<Server, "pid" | "folder">} server
 */
export async function stopServer({ pid, folder }) {
  send(pid, "SIGTERM");
  for (const start = Date.now(); isAlive(pid) && Date.now() - start < FAREWELL; ) await pause(50);
  if (isAlive(pid)) {
    send(pid, "SIGKILL");
    await pause(100);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * @param {Required<Pick<ServerOptions, "port" | "memory" | "cores" | "settings">>} options
 * @param {string} folder
 */
function submitArguments({ port, memory, cores, settings }, folder) {
  const all = {
    "spark.local.dir": folder,
    // ALS stores factors there every 10 iterations; its plan overflows the stack without.
    "spark.checkpoint.dir": join(folder, "checkpoints"),
    "spark.sql.warehouse.dir": join(folder, "warehouse"),
    "spark.connect.grpc.binding.address": "127.0.0.1",
    "spark.connect.grpc.binding.port": String(port),
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": String(2 * cores),
    ...settings,
  };
  return [
    ...["--class", "org.apache.spark.sql.connect.service.SparkConnectServer", "--master", `local[${cores}]`],
    ...["--driver-memory", memory, "--driver-java-options", `-Djava.io.tmpdir=${folder}`],
    ...Object.entries(all).flatMap(([name, value]) => ["--conf", `${name}=${value}`]),
  ];
}

/**
 * Why a server did not start, from its log.
 *
 * @param {string} log
 * @param {number} port
 */
export function startTrouble(log, port) {
  if (/BindException|Address already in use|Failed to bind/i.test(log)) {
    return `Port ${port} is taken; give another one as --port, or none for a free one.`;
  }
  if (/UnsupportedClassVersionError/.test(log)) {
    return "Java is too old for Spark; install Java 17 or newer, or name one in JAVA_HOME.";
  }
  if (/OutOfMemoryError|Could not reserve enough space/.test(log)) {
    return "Spark got too little memory; give more as --memory, such as 2g.";
  }
  const tail = log.trim().split("\n").slice(-15).join("\n");
  return `${tail}\nSpark's server did not start; correct what it says above and run this again.`;
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function send(pid, signal) {
  if (pid <= 0) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}
