import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const isWindows = process.platform === "win32";

/** The root of the repository. */
export const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** The Python environment that holds Jupyter. */
export const venv = join(root, ".venv");
export const venvPython = isWindows ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");

/** The folder of the Jupyter data that set-up writes. */
export const jupyterData = join(venv, "share", "jupyter");

/** Temporary files, ignored by git. */
export const scratch = join(root, ".reelbook");

/**
 * Lets notebooks and tests find the data sets beside the repository, unless the caller names
 * others.
 */
export function useSharedData() {
  const folder = resolve(root, "..", "shared", "data");
  if (existsSync(folder)) process.env.REELBOOK_DATA ||= folder;
}

/**
 * The environment of the caller, in which Jupyter prefers the kernel of the course to others of the
 * same name. Folders of data sets become absolute, because a kernel runs in the folder of its
 * notebook.
 */
export function jupyterEnvironment() {
  const paths = [jupyterData, process.env.JUPYTER_PATH].filter(Boolean).join(delimiter);
  const data = (process.env.REELBOOK_DATA ?? "").split(delimiter).filter((folder) => folder !== "");
  return {
    ...process.env,
    JUPYTER_PATH: paths,
    JUPYTER_PREFER_ENV_PATH: "1",
    ...(data.length > 0 && { REELBOOK_DATA: data.map((folder) => resolve(folder)).join(delimiter) }),
  };
}

/** Files of packages that are run directly: commands without a shell, plotly.js in a page. */
export const tools = {
  biome: join(root, "node_modules/@biomejs/biome/bin/biome"),
  plotly: join(root, "node_modules/plotly.js-dist-min/plotly.min.js"),
  // node_modules/.bin/tsc is the TypeScript 5.0 of the kernel.
  tsc: join(root, "node_modules/typescript/bin/tsc"),
  tslab: join(root, "node_modules/tslab/bin/tslab"),
  vitest: join(root, "node_modules/vitest/vitest.mjs"),
};
