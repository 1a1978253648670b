import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { findChromium, NO_CHROMIUM } from "../../scripts/lib/chromium.mjs";
import { scratch } from "../../scripts/lib/places.mjs";
import { program, Stop } from "../../scripts/lib/program.mjs";
import { serveFolder } from "../../scripts/lib/serve-folder.mjs";
import { buildFrontPage } from "../../scripts/site/front-page.mjs";
import { spread } from "../lib/statistics.mjs";

const USAGE = `Measures the front page with Chrome's throttling: 10 Mbit/s with 40 ms of latency, and a processor
4 times as slow. Prints milliseconds and bytes as JSON: median, least and most.

  node bench/live/front-page.mjs [options]

  --rounds N   visits with an empty cache (5)
  --help       this text`;

const NETWORK = { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };
const SLOWER = 4;

/**
 * Measures visits of the front page: `firstList`, the milliseconds from the start of a visit to the
 * list that the worker computed, and `change`, those from moving a slider to the new list in
 * the page. Chrome slows only the page's own thread; `onOneThread` runs the worker's script there,
 * so that its work is slowed as well.
 *
 * @param {number} [rounds]
 */
export async function measureFrontPage(rounds = 5) {
  const executablePath = findChromium();
  if (!executablePath) throw new Stop(NO_CHROMIUM);
  const { chromium } = await import("playwright-core");
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "front-page-"));
  const server = await serveFolder(await builtIn(folder), { compressed: true });
  const browser = await chromium.launch({ executablePath });
  try {
    const withWorker = await visits(browser, server.address, { rounds, onOneThread: false });
    const onOneThread = await visits(browser, server.address, { rounds, onOneThread: true });
    return { ...withWorker, onOneThread: { firstList: onOneThread.firstList, change: onOneThread.change } };
  } finally {
    await browser.close();
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function builtIn(folder) {
  await buildFrontPage(folder);
  return folder;
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {{ rounds: number, onOneThread: boolean }} options
 */
async function visits(browser, address, { rounds, onOneThread }) {
  /** @type {number[]} */
  const firstLists = [];
  /** @type {number[]} */
  const changes = [];
  let bytes = { raw: 0, gzipped: 0 };
  for (let round = 0; round < rounds; round++) {
    // The policy of the page forbids new Function.
    const context = await browser.newContext({ bypassCSP: onOneThread });
    const page = await context.newPage();
    /** @type {Promise<Buffer>[]} */
    const bodies = [];
    page.on("response", (response) => bodies.push(response.body()));
    if (onOneThread) await page.addInitScript(workerOnThisThread);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", NETWORK);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(address);
    await page.locator("html[data-live]").waitFor();
    firstLists.push(
      await page.evaluate(() => performance.getEntriesByName("reelbook: first list")[0]?.startTime ?? NaN),
    );
    // Visitors move a slider later than the page fits the other models.
    await page.waitForTimeout(1500);
    changes.push(spread(await page.evaluate(moveSliders)).median);
    const sizes = (await Promise.all(bodies)).map((body) => [body.length, gzipSync(body).length]);
    bytes = {
      raw: sizes.reduce((sum, [raw = 0]) => sum + raw, 0),
      gzipped: sizes.reduce((sum, [, gzipped = 0]) => sum + gzipped, 0),
    };
    await context.close();
  }
  return { firstList: spread(firstLists), change: spread(changes), bytes };
}

/** Runs in the page: a `Worker` whose script runs on the page's thread. */
function workerOnThisThread() {
  class WorkerHere {
    /** @type {((event: { data: unknown }) => void) | null} */
    onmessage = null;
    /**
     * @type {{ onmessage?: (event: { data: unknown }) => void, postMessage(data: unknown): void }}
     */
    scope = {
      postMessage: (data) => queueMicrotask(() => this.onmessage?.({ data: structuredClone(data) })),
    };

    /** @param {string} address */
    constructor(address) {
      this.started = fetch(address)
        .then((response) => response.text())
        .then((script) => new Function("globalThis", script)(this.scope));
    }

    /** @param {unknown} data */
    postMessage(data) {
      this.started.then(() => setTimeout(() => this.scope.onmessage?.({ data })));
    }
  }
  Object.defineProperty(globalThis, "Worker", { value: WorkerHere });
}

/** Runs in the page: moves both sliders through their positions. Gives milliseconds a move. */
async function moveSliders() {
  const list = /** @type {HTMLElement} */ (document.getElementById("advice"));
  const times = [];
  for (const id of ["unusual", "at-least"]) {
    const slider = /** @type {HTMLInputElement} */ (document.getElementById(id));
    for (let position = 0; position <= Number(slider.max); position++) {
      const answered = new Promise((/** @type {(milliseconds: number) => void} */ give) => {
        const observer = new PerformanceObserver((entries) => {
          observer.disconnect();
          give(entries.getEntries()[0]?.duration ?? Number.NaN);
        });
        observer.observe({ type: "measure" });
      });
      slider.valueAsNumber = position;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      const milliseconds = await answered;
      const start = performance.now();
      times.push(list.offsetHeight > 0 ? milliseconds + performance.now() - start : Number.NaN);
    }
  }
  return times;
}

await program(import.meta.url, {
  usage: USAGE,
  options: { rounds: { type: "string" } },
  async main({ rounds = "5" }) {
    if (!/^[1-9]\d*$/.test(rounds)) throw new Stop(`--rounds ${rounds} is not a whole number of at least 1.`);
    console.log(JSON.stringify(await measureFrontPage(Number(rounds)), undefined, 2));
  },
});
