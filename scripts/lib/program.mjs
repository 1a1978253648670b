import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as util from "node:util";
import { diskTrouble } from "./disk-trouble.mjs";
import { root } from "./places.mjs";

/** An error for the reader; its message is printed without a stack. */
export class Stop extends Error {}

/** Throws a `Stop` where Node is too old for the course. @param {string} version */
export function checkNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= 20) return;
  throw new Stop(`Node ${version} is too old; install Node 20 or newer from nodejs.org and run this again.`);
}

/** @typedef {NonNullable<util.ParseArgsConfig["options"]>} Options as `parseArgs` takes them */

/**
 * @template {Options} O
 * @typedef {ReturnType<typeof util.parseArgs<{ options: O }>>["values"]} Values
 */

/**
 * Makes a script a program: if Node was started with this file (not if another imports it), parses
 * the options, handles `--help`, and runs `main`, which returns the exit code.
 *
 * @template {Options} O
 * @param {string} url `import.meta.url` of the script
 * @param {object} script
 * @param {string} script.usage what `--help` prints
 * @param {O} script.options
 * @param {(values: Values<O>, names: string[]) => Promise<number | void>} script.main
 * @param {boolean} [script.takesNames] whether positional arguments are allowed
 */
export async function program(url, { usage, options, main, takesNames = false }) {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== fileURLToPath(url)) return;
  try {
    checkNode();
    if (process.argv.includes("--help")) return console.log(usage);
    const { values, positionals } = parse(options, takesNames);
    process.exitCode = (await main(values, positionals)) ?? 0;
  } catch (error) {
    const cure = "copy the course to a folder that you may write";
    const message = error instanceof Stop ? error.message : diskTrouble(error, { folder: root, cure });
    if (message === undefined) throw error;
    console.error(message);
    process.exitCode = 1;
  }
}

/**
 * @template {Options} O
 * @param {O} options
 * @param {boolean} takesNames
 */
function parse(options, takesNames) {
  try {
    return util.parseArgs({ options, allowPositionals: takesNames });
  } catch (error) {
    const [sentence = ""] = /** @type {Error} */ (error).message.split(/\. |\n/);
    throw new Stop(`${sentence.replace(/\.$/, "")}; --help lists what there is.`);
  }
}
