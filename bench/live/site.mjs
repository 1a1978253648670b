import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { findChromium, NO_CHROMIUM } from "../../scripts/lib/chromium.mjs";
import { root } from "../../scripts/lib/places.mjs";
import { Stop } from "../../scripts/lib/program.mjs";
import { serveFolder } from "../../scripts/lib/serve-folder.mjs";
import { spread } from "../lib/statistics.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SITE = join(root, "site");
const PATIENCE = 120_000;
const KEYS = 10;

/**
 * Measures visits of the built site with an empty cache, without throttling: milliseconds from the
 * start of the visit until the kernel of notebook 02 is ready, from Run All until its first cell
 * has run and until all of it has and its figures are drawn, and, in notebook 04, from a key on the
 * slider `minRatings` until the first figure below it has changed.
 *
 * @param {number} rounds
 */
export async function measureSite(rounds) {
  const executablePath = findChromium();
  if (!executablePath) throw new Stop(NO_CHROMIUM);
  const { chromium } = await import("playwright-core");
  let gzipped = 0;
  const server = await serveFolder(SITE, {
    onServed: (bytes) => {
      gzipped += gzipSync(bytes).length;
    },
  });
  const browser = await chromium.launch({ executablePath });
  /** @type {Awaited<ReturnType<typeof visit>>[]} */
  const visits = [];
  /** @type {number[]} */
  const downloads = [];
  /** @type {number[]} */
  const slider = [];
  try {
    for (let round = 0; round < rounds; round++) {
      gzipped = 0;
      const context = await browser.newContext({ viewport: { width: 1300, height: 1000 } });
      visits.push(await visit(await context.newPage(), server.address));
      downloads.push(gzipped);
      await context.close();
    }
    const context = await browser.newContext({ viewport: { width: 1300, height: 1000 } });
    slider.push(...(await moveSlider(await context.newPage(), server.address)));
    await context.close();
  } finally {
    await browser.close();
    await server.end();
  }
  return {
    ready: spread(visits.map(({ ready }) => ready)),
    firstCell: spread(visits.map(({ firstCell }) => firstCell)),
    allCells: spread(visits.map(({ allCells }) => allCells)),
    slider: spread(slider),
    download: spread(downloads),
    size: folderSize(SITE) - folderSize(join(SITE, "reference")),
  };
}

/** @param {Page} page @param {string} address */
async function visit(page, address) {
  page.setDefaultTimeout(PATIENCE);
  const start = performance.now();
  await open(page, address, "02-popularity");
  const ready = performance.now() - start;
  return { ready, ...(await runAll(page)) };
}

/** @param {Page} page @param {string} address */
async function moveSlider(page, address) {
  page.setDefaultTimeout(PATIENCE);
  await open(page, address, "04-similar-movies");
  await runAll(page);
  const slider = page.getByRole("slider", { name: "minRatings" });
  await slider.focus();
  const times = [];
  for (let key = 0; key < KEYS; key++) {
    const changed = page.evaluate(timeOfChange);
    await slider.press("ArrowRight");
    times.push(await changed);
    // Slower cells below run, too.
    await page.waitForTimeout(3000);
  }
  return times;
}

/** @param {Page} page @param {string} address @param {string} name */
async function open(page, address, name) {
  await page.goto(`${address}lab/index.html?path=notebooks/${name}.ipynb`);
  await page.getByText(/TypeScript.* \| Idle/).waitFor();
}

/** Runs all cells after their outputs were cleared. @param {Page} page */
async function runAll(page) {
  await choose(page, "Edit", "Clear Outputs of All Cells");
  const run = page.evaluate(timeOfRun);
  await choose(page, "Run", "Run All Cells");
  return run;
}

/** Clicks an item of a menu of Lab. @param {Page} page @param {string} menu @param {string} item */
async function choose(page, menu, item) {
  await page.getByRole("menuitem", { name: menu, exact: true }).click();
  await page.locator(".lm-Menu-itemLabel", { hasText: new RegExp(`^${item}$`) }).click();
}

/**
 * Runs in the page: waits for a run of all cells and gives its milliseconds, from its start. It
 * looks at all cells only when those that it knows have run: a look at all takes milliseconds.
 */
function timeOfRun() {
  return new Promise((/** @type {(times: { firstCell: number, allCells: number }) => void} */ give) => {
    let start = Number.NaN;
    let firstCell = Number.NaN;
    /** @type {Element[]} */
    let waiting = [];
    const promptOf = (/** @type {Element | undefined} */ cell) =>
      cell?.querySelector(".jp-InputPrompt")?.textContent ?? "";
    const hasRun = (/** @type {Element | undefined} */ cell) => /\d/.test(promptOf(cell));
    const isDrawn = () => {
      const figures = [...document.querySelectorAll(".jp-RenderedPlotly")];
      return figures.length > 0 && figures.every((figure) => figure.querySelector(".main-svg"));
    };
    const look = () => {
      const now = performance.now();
      if (waiting.length === 0) waiting = [...document.querySelectorAll(".jp-CodeCell:has(.cm-line)")];
      if (Number.isNaN(start) && waiting.some((cell) => promptOf(cell).includes("*"))) start = now;
      if (Number.isNaN(firstCell) && hasRun(waiting[0])) firstCell = now - start;
      while (start <= now && hasRun(waiting[0])) waiting.shift();
      if (waiting.length === 0 && isDrawn() && haveAllRun()) give({ firstCell, allCells: now - start });
      else requestAnimationFrame(look);
    };
    /** Lab may have added cells meanwhile. */
    const haveAllRun = () => [...document.querySelectorAll(".jp-CodeCell:has(.cm-line)")].every(hasRun);
    look();
  });
}

/**
 * Runs in the page: milliseconds from the next key until the first figure that changes keeps still;
 * NaN if none changes. Figures of cells below it may follow.
 */
function timeOfChange() {
  const quiet = 150;
  const patience = 10_000;
  return new Promise((/** @type {(milliseconds: number) => void} */ give) => {
    let pressed = Number.NaN;
    let changed = Number.NaN;
    /** @type {Element | null | undefined} */
    let first;
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (!(target instanceof Element) || !target.closest(".js-plotly-plot")) continue;
        const cell = target.closest(".jp-CodeCell");
        first ??= cell;
        if (cell === first) changed = performance.now();
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    const onKey = () => {
      pressed = performance.now();
    };
    document.addEventListener("keydown", onKey, { capture: true, once: true });
    const timer = setInterval(() => {
      const now = performance.now();
      if (!(now - changed > quiet || now - pressed > patience)) return;
      clearInterval(timer);
      observer.disconnect();
      give(changed - pressed);
    }, 50);
  });
}

/** @param {string} folder @returns {number} bytes */
function folderSize(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.map((name) => statSync(join(folder, name))).filter((stat) => stat.isFile());
  return files.reduce((sum, { size }) => sum + size, 0);
}
