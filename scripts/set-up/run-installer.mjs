import { spawn } from "node:child_process";
import { endWithUs } from "../lib/end-with-us.mjs";
import { root } from "../lib/places.mjs";

/**
 * @typedef {object} Installer
 * @property {string} command
 * @property {string[]} args
 * @property {RegExp} answered matches the output after the first response of the registry or a
 *   cache
 * @property {number} patience milliseconds to wait for the first answer
 * @property {(output: string) => string} progress the progress as text, "" if unknown
 */

/**
 * Runs npm or pip and shows the progress. Kills it if no registry responds in time: npm alone takes
 * minutes to fail.
 *
 * A terminal shows the progress in one line that is rewritten; elsewhere each update is a line of
 * its own.
 *
 * @param {Installer} installer
 * @param {object} [options] for tests
 * @param {Pick<NodeJS.WriteStream, "isTTY" | "write">} [options.terminal]
 * @param {number} [options.interval] milliseconds between two updates
 * @returns {Promise<{ code: number | null, output: string, isUnanswered: boolean }>} `output` holds
 *   both streams
 */
export function runInstaller(
  { command, args, answered, patience, progress },
  { terminal = process.stdout, interval = terminal.isTTY ? 1000 : 5000 } = {},
) {
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
  endWithUs(child);
  let output = "";
  let isAnswered = false;
  let isUnanswered = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
      isAnswered ||= answered.test(output);
    });
  }
  const giveUp = setTimeout(() => {
    if (isAnswered) return;
    isUnanswered = true;
    child.kill("SIGKILL"); // npm goes on after SIGTERM
  }, patience);
  const clear = terminal.isTTY ? "\r\x1b[K" : "";
  let shown = "";
  const update = () => {
    const text = progress(output);
    if (text === "" || text === shown) return;
    shown = text;
    terminal.write(terminal.isTTY ? `${clear}${text}` : `${text}\n`);
  };
  const updates = setInterval(update, interval);
  return new Promise((done) => {
    const end = (/** @type {number | null} */ code) => {
      clearTimeout(giveUp);
      clearInterval(updates);
      if (shown !== "") terminal.write(clear);
      done({ code, output, isUnanswered });
    };
    child.on("error", (error) => {
      output += error.message;
      end(null);
    });
    child.on("close", end);
  });
}
