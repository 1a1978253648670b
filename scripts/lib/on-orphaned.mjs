import { spawnSync } from "node:child_process";
import { isAlive } from "./is-alive.mjs";

const INTERVAL = 1000;

/**
 * Calls back once when npm, which started this process, has ended: npm forwards SIGTERM only to its
 * shell. Does nothing if npm did not start this process.
 *
 * @param {() => void} callback
 */
export function onOrphaned(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const npm = isShell(parent) ? parentOf(parent) : parent;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(parent) && isAlive(npm)) return;
    clearInterval(timer);
    callback();
  }, INTERVAL);
  timer.unref();
}

/** Whether a process is the shell of npm; false if the system does not tell. @param {number} pid */
function isShell(pid) {
  return /^\S*sh -c /.test(ps("args", pid));
}

/** @param {number} pid */
function parentOf(pid) {
  return Number(ps("ppid", pid)) || pid;
}

/**
 * A field of `ps` for a process, "" on Windows. @param {"args" | "ppid"} field @param {number} pid
 */
function ps(field, pid) {
  if (process.platform === "win32") return "";
  return (spawnSync("ps", ["-o", `${field}=`, "-p", String(pid)], { encoding: "utf8" }).stdout ?? "").trim();
}
