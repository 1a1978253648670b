import { spawnSync } from "node:child_process";
import { isWindows } from "./places.mjs";
import { Stop } from "./program.mjs";

const OLDEST = 10; // of Python 3
const NEWEST = 14;
const CURE = "install Python 3.10 or newer from python.org, or name one in REELBOOK_PYTHON";
const PROBE = `
import sys
try:
    import venv, ensurepip
    has = "venv"
except ImportError:
    has = "nothing"
print("%d.%d.%d %s" % (sys.version_info[:3] + (has,)))
`;

/**
 * @typedef {object} Python
 * @property {string[]} command the command, such as ["py", "-3"]
 * @property {string} version such as "3.11.7"
 * @property {boolean} isNew whether it is 3.10 or newer
 * @property {boolean} hasVenv whether it can make a virtual environment with pip
 */

/** The first suitable Python of this machine; otherwise a `Stop` that says what is missing. */
export function findPython() {
  const named = process.env.REELBOOK_PYTHON;
  const found = (named ? [[named]] : usualCommands()).flatMap(probe);
  const whole = found.find((python) => python.isNew && python.hasVenv);
  if (whole) return whole;

  const withoutVenv = found.find((python) => python.isNew);
  if (withoutVenv) {
    const [major, minor] = withoutVenv.version.split(".");
    throw new Stop(
      `Python ${withoutVenv.version} (${withoutVenv.command.join(" ")}) has no venv module; on Debian and Ubuntu ` +
        `run: apt install python3-venv (or python${major}.${minor}-venv), elsewhere ${CURE}.`,
    );
  }
  if (found[0]) {
    throw new Stop(`Python ${found[0].version} (${found[0].command.join(" ")}) is too old; ${CURE}.`);
  }
  throw new Stop(
    named
      ? `REELBOOK_PYTHON names ${named}, which is no Python that runs; give the path of Python 3.10 or newer.`
      : `No Python was found; ${CURE}.`,
  );
}

/** Plain names first, then numbered ones, because `python3` may be an old system Python. */
function usualCommands() {
  const numbered = Array.from({ length: NEWEST - OLDEST + 1 }, (_, i) => [`python3.${NEWEST - i}`]);
  return [["python3"], ["python"], ...(isWindows ? [["py", "-3"]] : numbered)];
}

/** @param {string[]} command @returns {Python[]} empty if it does not run */
function probe(command) {
  const [program = "", ...args] = command;
  const { status, stdout } = spawnSync(program, [...args, "-c", PROBE], {
    encoding: "utf8",
    windowsHide: true,
  });
  const [, version, minor, has] = /^((?:\d+)\.(\d+)\.\d+) (\w+)/.exec(stdout ?? "") ?? [];
  if (status !== 0 || !version) return [];
  const isNew = version.startsWith("3.") && Number(minor) >= OLDEST;
  return [{ command, version, isNew, hasVenv: has === "venv" }];
}
