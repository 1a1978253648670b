import { spawnSync } from "node:child_process";
import { isAlive } from "./is-alive.mjs";

const INTERVAL = 1000;

/**
 * Calls back once when npm has ended and left this process behind: npm passes SIGTERM on to its shell only. Does
 * nothing where npm did not start this process.
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

/** Whether npm runs this process in a shell of its own; false where the system does not say. @param {number} pid */
function isShell(pid) {
  return /^\S*sh -c /.test(ps("args", pid));
}

/** @param {number} pid */
function parentOf(pid) {
  return Number(ps("ppid", pid)) || pid;
}

/** What the system says of a process, "" on Windows. @param {"args" | "ppid"} field @param {number} pid */
function ps(field, pid) {
  if (process.platform === "win32") return "";
  return (spawnSync("ps", ["-o", `${field}=`, "-p", String(pid)], { encoding: "utf8" }).stdout ?? "").trim();
}
