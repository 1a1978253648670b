import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scratch } from "../lib/places.mjs";
import { readIfThere } from "../lib/stamp.mjs";

/** Where the address of the server that `npm run spark -- start` started is kept. */
const file = join(scratch, "spark-server.json");

/** @param {import("./connect-server.mjs").Server} server */
export function rememberServer(server) {
  mkdirSync(scratch, { recursive: true });
  writeFileSync(file, `${JSON.stringify(server, null, 2)}\n`);
}

export function forgetServer() {
  rmSync(file, { force: true });
}

/**
 * The server that was started, undefined where it has ended. A process of the same id that is not
 * it, as after a restart of the machine, does not count.
 *
 * @returns {import("./connect-server.mjs").Server | undefined}
 */
export function knownServer() {
  const text = readIfThere(file);
  if (text === "") return undefined;
  const server = JSON.parse(text);
  const { stdout } = spawnSync("ps", ["-o", "args=", "-p", String(server.pid)], { encoding: "utf8" });
  if ((stdout ?? "").includes(server.folder)) return server;
  rmSync(server.folder, { recursive: true, force: true });
  forgetServer();
  return undefined;
}
