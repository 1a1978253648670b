// @module-tag long
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { fakeProgram, root, runNode, scratchCourse, scratchFolder } from "./scratch-course.js";

const FAKE_NPM = `
  import { mkdirSync, writeFileSync } from "node:fs";
  console.error(process.env.NPM_SAYS ?? "");
  if (process.env.NPM_WAITS) await new Promise((done) => setTimeout(done, 60_000));
  if (process.env.NPM_SAYS) process.exit(1);
  process.chdir(process.argv[process.argv.indexOf("--prefix") + 1]);
  mkdirSync("node_modules/esbuild", { recursive: true });
  writeFileSync("node_modules/esbuild/package.json", '{ "type": "module", "exports": "./main.js" }');
  writeFileSync("node_modules/esbuild/main.js", "export async function build() {}");
  mkdirSync("node_modules/plotly.js-dist-min", { recursive: true });
  writeFileSync("node_modules/plotly.js-dist-min/plotly.min.js", "");`;

const FAKE_PYTHON = `
case "$1 $2" in
  "-m venv") mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
  "-m pip") echo "$@" > pip-was-asked; [ -z "$PIP_SAYS" ] || { echo "$PIP_SAYS" >&2; exit 1; } ;;
  "--version ") ;;
  *) echo 3.11.7 venv ;;
esac`;

/**
 * A course whose npm, Python, esbuild and plotly only pretend to work; returns how to set it up,
 * giving the lines printed.
 */
function pretendCourse() {
  const course = scratchCourse({
    "package-lock.json": "{}",
    "requirements.txt": "",
    "package.json": '{ "type": "module" }',
    "npm-cli.js": FAKE_NPM,
    "lab/figures/package.json": "{}",
    "lab/sliders/package.json": "{}",
  });
  const path = `${fakeProgram("python3", FAKE_PYTHON)}:/usr/bin:/bin`;
  const driver = `
    const { setUp } = await import("./scripts/set-up.mjs");
    await setUp({ builds: false, ...JSON.parse(process.env.OPTIONS ?? "{}") }).catch((error) => console.log(error.message));`;
  const setUp = (env: Record<string, string> = {}) =>
    runNode(course, ["--input-type=module", "-e", driver], {
      PATH: path,
      REELBOOK_PYTHON: "",
      npm_execpath: join(course, "npm-cli.js"),
      ...env,
    })
      .printed.trim()
      .split("\n")
      .filter(Boolean);
  return { course, setUp };
}

const NPM = "Installing the npm packages …";
const JUPYTER = "Installing JupyterLab for Python 3.11.7 in .venv …";

describe.skipIf(process.platform === "win32")("setUp", () => {
  test("installs all at first, and nothing the second time", () => {
    const { setUp } = pretendCourse();
    expect(setUp()).toEqual([NPM, JUPYTER]);
    expect(setUp()).toEqual([]);
  });

  test("leaves Python and Jupyter alone where they are not asked for", () => {
    const { course, setUp } = pretendCourse();
    expect(setUp({ OPTIONS: '{ "jupyter": false }', PATH: scratchFolder() })).toEqual([NPM]);
    expect(existsSync(join(course, ".venv"))).toBe(false);
  });

  test("installs what only some commands need in a folder of its own, where it is asked for", () => {
    const { course, setUp } = pretendCourse();
    cpSync(join(course, "lab/figures/package.json"), join(course, ".npmrc"));
    setUp();
    const driver = `
      const { setUpPackages } = await import("./scripts/set-up.mjs");
      console.log(await setUpPackages("package-tools").catch((error) => error.message));`;
    const ask = (env: Record<string, string> = {}) =>
      runNode(course, ["--input-type=module", "-e", driver], {
        npm_execpath: join(course, "npm-cli.js"),
        ...env,
      }).printed.trim();
    const folder = join(course, ".reelbook/packages/package-tools");
    expect(existsSync(folder)).toBe(false);
    expect(ask({ NPM_SAYS: "npm error code EAI_AGAIN" })).toMatch(/npm ci could not reach its package reg/);
    expect(ask().split("\n")).toEqual(["Installing the npm packages of scripts/package-tools …", folder]);
    expect(existsSync(join(folder, "node_modules/esbuild"))).toBe(true);
    expect(ask()).toBe(folder);
    appendFileSync(join(course, "scripts/package-tools/package-lock.json"), " ");
    expect(ask()).toMatch(/^Installing/);
  });

  test("redoes only what a change concerns", () => {
    const { course, setUp } = pretendCourse();
    setUp();
    appendFileSync(join(course, "package-lock.json"), " ");
    expect(setUp()).toEqual([NPM]);
    appendFileSync(join(course, "requirements.txt"), "nbclient==0.11.0");
    expect(setUp()).toEqual([JUPYTER]);
  });

  test("redoes an installation that was cut short or is broken", () => {
    const { course, setUp } = pretendCourse();
    expect(setUp({ PIP_SAYS: "disk full" })).toEqual([
      NPM,
      JUPYTER,
      "disk full",
      "pip install failed; correct what it says above and run this again.",
    ]);
    expect(setUp()).toEqual([JUPYTER]);
    rmSync(join(course, ".venv/bin/python"));
    expect(setUp()).toEqual([JUPYTER]);
  });

  test("says in one sentence that a registry cannot be reached", () => {
    const { setUp } = pretendCourse();
    expect(setUp({ NPM_SAYS: "npm error code EAI_AGAIN" })).toEqual([
      NPM,
      "npm ci could not reach its package registry; check the network (or proxy settings) and run this again.",
    ]);
    expect(setUp({ PIP_SAYS: "NewConnectionError: [Errno 111]" }).at(-1)).toMatch(
      /^pip install could not reach/,
    );
  });

  test("gives up where no registry answers, and leaves nothing running", () => {
    const { course, setUp } = pretendCourse();
    const start = performance.now();
    expect(setUp({ NPM_WAITS: "true", OPTIONS: '{ "patience": 3000 }' })).toEqual([
      NPM,
      "npm ci could not reach its package registry; check the network (or proxy settings) and run this again.",
    ]);
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(existsSync(join(course, "node_modules"))).toBe(false);
  });

  test("the real npm without a network ends with one sentence within 30 s", async () => {
    const { course, setUp } = pretendCourse();
    for (const file of ["package.json", "package-lock.json", ".npmrc", "src/package.json"]) {
      cpSync(join(root, file), join(course, file));
    }
    const npm = execFileSync("npm", ["root", "--global"], { encoding: "utf8" }).trim();
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    const start = performance.now();
    const printed = setUp({
      npm_execpath: join(npm, "npm/bin/npm-cli.js"),
      npm_config_registry: `http://127.0.0.1:${port}/`,
      npm_config_cache: scratchFolder(),
    });
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(printed[0]).toBe(NPM);
    expect(printed.at(-1)).toMatch(/^npm ci could not reach its package registry; check the network/);
    expect(printed.length).toBeLessThanOrEqual(3);
  });

  test("pip accepts only packages with the hashes of requirements.txt", () => {
    const { course, setUp } = pretendCourse();
    setUp();
    expect(readFileSync(join(course, "pip-was-asked"), "utf8")).toContain(
      "--require-hashes -r requirements.txt",
    );
  });

  test("writes the kernel for this Node, and tells Lab not to ask about news", () => {
    const { course, setUp } = pretendCourse();
    setUp();
    const read = (name: string) =>
      JSON.parse(readFileSync(join(course, ".venv/share/jupyter", name), "utf8"));
    expect(read("kernels/tslab/kernel.json")).toMatchObject({
      argv: [
        process.execPath,
        "--import",
        pathToFileURL(join(course, "scripts/lib/short-errors.mjs")).href,
        "--import",
        pathToFileURL(join(course, "scripts/lib/fast-conversions.mjs")).href,
        "--import",
        pathToFileURL(join(course, "scripts/lib/kernel-ready.mjs")).href,
        join(course, "node_modules/tslab/bin/tslab"),
        "kernel",
        "--config-path",
        "{connection_file}",
      ],
      language: "typescript",
    });
    expect(read("lab/settings/overrides.json")).toEqual({
      "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
    });
  });
});
