import { spawn } from "node:child_process";
import { root } from "./places.mjs";

/**
 * How a program ended, and what it printed.
 *
 * @typedef {{ code: number | null, signal: string | null, stdout: string, stderr: string }} Ended
 */

/**
 * Runs a program without a shell and waits for it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.cwd] its folder; the root of the repository by default
 * @param {boolean} [options.shown] print its output instead of collecting it
 * @returns {Promise<Ended>} `code` is null if it could not run or a signal ended it
 */
export function run(command, args, { env = process.env, cwd = root, shown = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", shown ? "inherit" : "pipe", shown ? "inherit" : "pipe"],
      windowsHide: true,
    });
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("error", (error) => done({ code: null, signal: null, stdout, stderr: error.message }));
    child.on("close", (code, signal) => done({ code, signal, stdout, stderr }));
  });
}
