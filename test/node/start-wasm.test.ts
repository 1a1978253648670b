// @module-tag slow
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";

const folder = mkdtempSync(join(tmpdir(), "reelbook-backend-"));
const run = promisify(execFile);

/** Fits a model whose matrix is large enough for WebAssembly, and gives some of its weights. */
const PROGRAM = `
const { backend, Ease, setBackend, simulateRatings } = require("./reelbook.cjs");
const ratings = simulateRatings({ users: 600, items: 300, count: 20000, seed: 1 });
const fit = (task) => Array.from(new Ease({ regularization: 50 }).fit(ratings, task).recommend(1, { count: 5 }),
  ({ itemId, score }) => [itemId, score]);
`;

beforeAll(async () => {
  await build({
    entryPoints: [join(root, "src/index.ts")],
    outfile: join(folder, "reelbook.cjs"),
    bundle: true,
    platform: "node",
    packages: "external",
    logLevel: "error",
    define: { REFERENCE_SOURCES: "{}" },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a program that follows PROGRAM prints, as JSON; it has a minute. */
async function outcome(program: string, { env = {}, flags = [] as string[] } = {}): Promise<unknown> {
  writeFileSync(join(folder, "program.cjs"), `${PROGRAM}${program}`);
  const { REELBOOK_BACKEND: _, ...others } = process.env;
  const options = { cwd: folder, env: { ...others, ...env }, timeout: 60_000 };
  const { stdout } = await run(process.execPath, [...flags, "program.cjs"], options);
  return JSON.parse(stdout);
}

const print = "console.log(JSON.stringify([backend(), fit()]));";
let plain: unknown;
beforeAll(async () => {
  [, plain] = (await outcome(print, { env: { REELBOOK_BACKEND: "plain" } })) as unknown[];
});

describe("in Node", () => {
  test("a program uses WebAssembly at once, gets the plain result, and ends though threads wait", async () => {
    const [report, fitted] = (await outcome(print)) as [{ kind: string }, unknown];
    expect(report.kind).toBe("wasm");
    expect(fitted).toEqual(plain);
  });

  test("three threads give the same", async () => {
    const [report, fitted] = (await outcome(`setBackend("wasm", { threads: 3 });${print}`)) as unknown[];
    expect(report).toEqual({ kind: "wasm", threads: 3, shared: true, relaxedSimd: false });
    expect(fitted).toEqual(plain);
  });

  test("REELBOOK_BACKEND chooses, and a wrong value stops the program with a sentence", async () => {
    const [report] = (await outcome(print, { env: { REELBOOK_BACKEND: "plain" } })) as unknown[];
    expect(report).toMatchObject({ kind: "plain" });
    await expect(outcome(print, { env: { REELBOOK_BACKEND: "fast" } })).rejects.toThrow(
      'REELBOOK_BACKEND is "fast", which is no backend; set it to plain or wasm',
    );
  });

  test("where no thread is allowed, one thread gives the same", async () => {
    const flags = ["--require", "./no-workers.cjs"];
    writeFileSync(
      join(folder, "no-workers.cjs"),
      `require("node:worker_threads").Worker = class { constructor() { throw new Error("ERR_ACCESS_DENIED"); } };`,
    );
    const fitFirst = `setBackend("wasm", { threads: 2 }); const fitted = fit(); console.log(JSON.stringify([backend(), fitted]));`;
    const [report, fitted] = (await outcome(fitFirst, { flags })) as unknown[];
    expect(report).toEqual({ kind: "wasm", threads: 1, shared: false, relaxedSimd: false });
    expect(fitted).toEqual(plain);
  });

  test("fits in two worker threads at once give the same as one in the main thread", async () => {
    const inWorkers = `
      const { Worker, isMainThread, parentPort } = require("node:worker_threads");
      setBackend("wasm", { threads: 2 });
      if (!isMainThread) parentPort.postMessage(fit());
      else {
        const worker = () => new Promise((done, fail) => {
          new Worker(__filename).on("message", done).on("error", fail);
        });
        Promise.all([worker(), worker(), fit()]).then((all) => console.log(JSON.stringify(all)));
      }`;
    expect(await outcome(inWorkers)).toEqual([plain, plain, plain]);
  });

  test("an abort half way throws the signal's reason, and the next fit is right", async () => {
    const aborted = `
      setBackend("wasm", { threads: 2 });
      const controller = new AbortController();
      const onProgress = ({ done }) => { if (done > 0) controller.abort(new Error("enough")); };
      let reason;
      try { fit({ onProgress, signal: controller.signal }); } catch (error) { reason = error.message; }
      console.log(JSON.stringify([reason, fit()]));`;
    expect(await outcome(aborted)).toEqual(["enough", plain]);
  });
});
