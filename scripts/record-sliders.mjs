import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeAnimatedPng } from "./lib/animated-png.mjs";
import { findChromium, NO_CHROMIUM } from "./lib/chromium.mjs";
import { root } from "./lib/places.mjs";
import { program, Stop } from "./lib/program.mjs";

const usage = `node scripts/record-sliders.mjs ADDRESS
Draws docs/sliders.png, the animated picture of the README: the slider "minRatings" is moved
in notebook 02. Cells between it and the first table that depends on it are left out. ADDRESS is what npm start -- --no-browser prints.`;

const TARGET = join(root, "docs/sliders.png");
const SIZE = { width: 800, height: 860 };
const PARAMETER = "minRatings";
/** The code with which the first cell begins that depends on it. */
const DEPENDENT = "const enough";
/** Where the slider is moved to, as a share of its length, one after the other. */
const TURNS = [0.03, 0.75, 0.25];
/** Milliseconds between two frames, and at the end of each turn. */
const FRAME = 90;
const REST = 1100;
const LONGEST = 65_535;

await program(import.meta.url, {
  usage,
  options: {},
  takesNames: true,
  async main(_, [address = ""]) {
    const executablePath = findChromium();
    if (!executablePath) throw new Stop(NO_CHROMIUM);
    if (!URL.canParse(address)) throw new Stop(`The address of JupyterLab is missing.\n${usage}`);
    const { chromium } = await import("playwright-core");
    const browser = await chromium.launch({ executablePath });
    try {
      const page = await openNotebook(await browser.newPage({ viewport: SIZE }), new URL(address));
      const frames = await record(page);
      writeFileSync(TARGET, encodeAnimatedPng(SIZE, frames));
      console.log(`${TARGET}: ${frames.length} frames, ${Math.round(statSync(TARGET).size / 1000)} kB`);
    } finally {
      await browser.close();
    }
  },
});

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {URL} address */
async function openNotebook(page, address) {
  const notebook = new URL("/lab/tree/notebooks/02-popularity.ipynb", address);
  notebook.search = `${address.search}&reset`;
  await page.goto(notebook.href);
  await page.getByText("TypeScript (tslab) | Idle").waitFor();
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.locator(".lm-Menu-itemLabel", { hasText: /^Run All Cells$/ }).click();
  const last = page.locator(".jp-CodeCell .jp-InputPrompt").last();
  await last.filter({ hasText: /\d/ }).waitFor({ timeout: 120_000 });
  await page.keyboard.press("Control+b");
  await page.getByLabel(PARAMETER, { exact: true }).scrollIntoViewIfNeeded();
  await page.locator(".jp-Notebook").evaluate((notebook, dependent) => {
    const cells = [...notebook.querySelectorAll(".jp-Cell")];
    const form = cells.findIndex((cell) => cell.querySelector(".reelbook-form"));
    const last = cells.findIndex((cell) => cell.textContent?.includes(dependent));
    for (const cell of cells.slice(form + 1, last)) /** @type {HTMLElement} */ (cell).style.display = "none";
  }, DEPENDENT);
  await page.waitForTimeout(REST);
  await page
    .locator(".jp-Cell", { has: page.locator(".reelbook-form") })
    .evaluate((cell) => cell.scrollIntoView());
  await page.evaluate(drawPointer);
  return page;
}

/**
 * Moves the slider; gives the frames with the times between them, without the time that taking
 * them takes.
 *
 * @param {Page} page
 */
async function record(page) {
  const slider = page.getByLabel(PARAMETER, { exact: true });
  const box = await slider.boundingBox();
  if (!box) throw new Stop("The slider is not in view.");
  const thumb = 16;
  const [min, max, value] = await slider.evaluate((input) => {
    const { min, max, value } = /** @type {HTMLInputElement} */ (input);
    return [Number(min), Number(max), Number(value)];
  });
  const xOf = (/** @type {number} */ share) => box.x + thumb / 2 + (box.width - thumb) * share;
  const y = box.y + box.height / 2;
  let share = ((value ?? 0) - (min ?? 0)) / ((max ?? 1) - (min ?? 0));
  /** @type {{ pixels: Buffer, begun: number, taken: number }[]} */
  const taken = [];
  const take = async () => {
    const { width, height } = SIZE;
    const begun = performance.now();
    const png = await page.screenshot({ caret: "initial" });
    const pixels = Buffer.from(await readPixels(page, png, width, height), "base64");
    taken.push({ pixels, begun, taken: performance.now() });
  };
  await page.mouse.move(xOf(share), y);
  await take();
  for (const turn of TURNS) {
    await page.mouse.down();
    const steps = 8;
    for (let step = 1; step <= steps; step++) {
      await page.mouse.move(xOf(share + ((turn - share) * step) / steps), y);
      await page.waitForTimeout(FRAME);
      await take();
    }
    share = turn;
    await page.mouse.up();
    await page.waitForTimeout(REST);
    await take();
  }
  return taken.map(({ pixels, taken: at }, index) => {
    const next = taken[index + 1]?.begun ?? at + 2 * REST;
    return { pixels, milliseconds: Math.min(LONGEST, Math.round(next - at)) };
  });
}

/**
 * The pixels of a PNG, decoded by the browser in a page of its own.
 * @param {Page} page @param {Buffer} png @param {number} width @param {number} height
 */
async function readPixels(page, png, width, height) {
  return page.evaluate(
    async ({ data, width, height }) => {
      const bytes = Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0));
      const canvas = new OffscreenCanvas(width, height);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
      const { data: pixels } = context.getImageData(0, 0, width, height);
      let text = "";
      for (let from = 0; from < pixels.length; from += 8192) {
        text += String.fromCharCode(...pixels.subarray(from, from + 8192));
      }
      return btoa(text);
    },
    { data: png.toString("base64"), width, height },
  );
}

/** Draws a pointer where the mouse is, which screenshots leave out. Runs in the page. */
function drawPointer() {
  const pointer = document.createElement("div");
  pointer.innerHTML =
    '<svg width="18" height="26" viewBox="0 0 18 26"><path d="M1 1v20l5-4 3 8 4-2-3-7h7z" fill="#fff" stroke="#000" stroke-width="1.5"/></svg>';
  Object.assign(pointer.style, { position: "fixed", zIndex: "100000", pointerEvents: "none" });
  document.body.append(pointer);
  document.addEventListener(
    "mousemove",
    ({ clientX, clientY }) => Object.assign(pointer.style, { left: `${clientX}px`, top: `${clientY}px` }),
    true,
  );
}
