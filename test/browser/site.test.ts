// @module-tag slow
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFailed, onTestFinished, test } from "vitest";
import { findChromium } from "../../scripts/lib/chromium.mjs";
import { sizeOf } from "../../scripts/site.mjs";
import { lacksChromium } from "./lacks-chromium.js";
import { testKernel } from "./site/kernel.js";
import { testNotebooks } from "./site/notebooks.js";
import { type Site, startSite } from "./site/site.js";
import { testSliders } from "./site/sliders.js";
import { testTrouble } from "./site/trouble.js";
import { patience, type StartVisit, Visit, type VisitOptions } from "./site/visit.js";

const lacking = lacksChromium();
const title = lacking ? `the site (skipped: ${lacking})` : "the site";

describe.skipIf(lacking)(title, { timeout: 3 * patience }, () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), chromium.launch({ executablePath: findChromium() })]);
  }, 900_000);

  afterAll(async () => {
    await browser?.close();
    await site?.end();
  });

  const lastingVisit = (options?: VisitOptions) => Visit.start(browser, site, options);

  async function visit(options?: VisitOptions): Promise<Visit> {
    const started = await lastingVisit(options);
    onTestFinished(() => started.end());
    return started;
  }

  /** One visit for all tests of a group: the second finds the files of the site in the browser. */
  function sharedVisit(): StartVisit {
    let shared: Visit | undefined;
    const end = async () => {
      const ended = shared;
      shared = undefined;
      await ended?.end();
    };
    afterAll(end);
    return async () => {
      onTestFailed(end);
      shared ??= await lastingVisit();
      return shared;
    };
  }

  test("has at most 65 MB and 9 MB of API reference, and a first visit that runs 02 fetches at most 12 MB", async () => {
    const reference = sizeOf(join(site.folder, "reference"));
    expect(reference).toBeLessThan(9e6);
    expect(sizeOf(site.folder) - reference).toBeLessThan(65e6);
    const reader = await visit();
    const bodies = new Map<string, Promise<Buffer>>();
    reader.page.context().on("response", (response) => {
      bodies.set(
        response.url(),
        response.body().catch(() => Buffer.alloc(0)),
      );
    });
    await reader.open("notebooks/02-popularity.ipynb");
    await reader.runAll();
    const fetched = await Promise.all([...bodies.values()]);
    const outside = [...bodies.keys()].filter(
      (url) => !/^(blob|data):/.test(url) && !url.startsWith(site.address),
    );
    expect(outside).toEqual([]);
    expect(fetched.reduce((sum, body) => sum + gzipSync(body).length, 0)).toBeLessThan(12e6);
  });

  describe("notebooks", () => testNotebooks(visit));
  describe("sliders", () => testSliders(lastingVisit));
  describe("the kernel", () => testKernel(sharedVisit()));
  describe("what may go wrong", () => testTrouble(visit, () => site));
});
