// @module-tag slow

import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../scripts/build.mjs";
import { findChromium } from "../../scripts/lib/chromium.mjs";
import { root } from "../../scripts/lib/places.mjs";
import { type FolderServer, serveFolder } from "../../scripts/lib/serve-folder.mjs";
import { simulatedRows } from "../../src/ratings/simulation/simulated-rows.js";
import { lacksChromium } from "./lacks-chromium.js";

const lacking = lacksChromium();

const rows = [...simulatedRows({ users: 600, items: 300, count: 20_000, seed: 1 })];

/** A program that fits with both backends: what runs, and what the models give. */
const fitBoth = (address: string) => `(async () => {
  const { backend, Ease, FunkSvd, Ratings, setBackend } = await import("${address}");
  const ratings = Ratings.from(${JSON.stringify(rows)});
  const fit = () => [
    new Ease({ regularization: 50 }).fit(ratings).recommend(1, { count: 5 }),
    new FunkSvd({ seed: 1, iterations: 3 }).fit(ratings).recommend(1, { count: 5 }),
  ];
  const report = backend();
  const fitted = fit();
  setBackend("plain");
  return { report, fitted, plain: fit() };
})()`;

interface Outcome {
  readonly report: unknown;
  readonly fitted: unknown;
  readonly plain: unknown;
}

const title = lacking ? `WebAssembly in a page (skipped: ${lacking})` : "WebAssembly in a page";
describe.skipIf(lacking)(title, () => {
  let server: FolderServer;
  let browser: Browser;

  beforeAll(async () => {
    await build();
    server = await serveFolder(join(root, "src/dist"));
    browser = await chromium.launch({ executablePath: findChromium() });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  test.each(["browser/wasm.js", "web.mjs"])(
    "%s uses it, on one thread, with the plain numbers",
    async (file) => {
      const page = await browser.newPage();
      await page.goto(`${server.address}browser/package.json`);
      const { report, fitted, plain } = await page.evaluate<Outcome>(fitBoth(`${server.address}${file}`));
      expect(report).toEqual({ kind: "wasm", threads: 1, shared: false, relaxedSimd: false });
      expect(fitted).toEqual(plain);
      await page.close();
    },
  );
});
