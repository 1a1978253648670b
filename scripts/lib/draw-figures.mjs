import { findChromium, NO_CHROMIUM } from "./chromium.mjs";
import { tools } from "./places.mjs";
import { encodePng } from "./png.mjs";
import { Stop } from "./program.mjs";

/**
 * @typedef {{ data: object[], layout?: { width?: number, height?: number } }} Figure as plotly
 *   takes it
 */
/**
 * @typedef {{ png: Buffer, width: number, height: number }} Picture with its size in a page, in
 *   pixels of CSS
 */

const SCALE = 2;

/**
 * Draws plotly figures as PNG pictures of twice their size, so that they are sharp on any screen,
 * in headless Chromium, offline.
 *
 * @param {Figure[]} figures
 * @returns {Promise<Picture[]>}
 */
export async function drawFigures(figures) {
  if (figures.length === 0) return [];
  const executablePath = findChromium();
  if (!executablePath) throw new Stop(NO_CHROMIUM);
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage({ offline: true });
    await page.addScriptTag({ path: tools.plotly });
    const pictures = [];
    for (const figure of figures) {
      const { width = 700, height = 450 } = figure.layout ?? {};
      const { pixels, ...size } = await page.evaluate(draw, { figure, width, height, scale: SCALE });
      const png = encodePng({ ...size, pixels: Buffer.from(pixels, "base64") }, SCALE);
      pictures.push({ png, width, height });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

/**
 * Runs in the page.
 * @param {{ figure: Figure, width: number, height: number, scale: number }} drawing
 */
async function draw({ figure, width, height, scale }) {
  const { Plotly } = /** @type {any} */ (globalThis);
  const url = await Plotly.toImage(figure, { format: "png", width, height, scale });
  const picture = await createImageBitmap(await (await fetch(url)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.drawImage(picture, 0, 0);
  const { data: bytes } = context.getImageData(0, 0, picture.width, picture.height);
  let pixels = "";
  for (let from = 0; from < bytes.length; from += 8192)
    pixels += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return { width: picture.width, height: picture.height, pixels: btoa(pixels) };
}
