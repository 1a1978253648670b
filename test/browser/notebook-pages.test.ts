// @module-tag slow
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { findChromium } from "../../scripts/lib/chromium.mjs";
import { notebookNames, notebookPath } from "../../scripts/lib/course-notebooks.mjs";
import { codeCells, PLOTLY, readNotebook } from "../../scripts/lib/notebook.mjs";
import { scratch } from "../../scripts/lib/places.mjs";
import { type FolderServer, serveFolder } from "../../scripts/lib/serve-folder.mjs";
import { buildNotebookPages } from "../../scripts/site/notebook-pages.mjs";
import { lacksChromium } from "./lacks-chromium.js";

const lacking = lacksChromium();
const pictures = join(scratch, "screenshots");

const title = lacking ? `the notebook pages (skipped: ${lacking})` : "the notebook pages";
describe.skipIf(lacking)(title, () => {
  let folder: string;
  let server: FolderServer;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    folder = mkdtempSync(join(scratch, "pages-"));
    await buildNotebookPages(folder);
    server = await serveFolder(folder, { path: "/course/" });
    browser = await chromium.launch({ executablePath: findChromium() });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.goto(`${server.address}notebooks/${name}.html`);
    return { page, requests, errors };
  }

  const isLive = (page: Page, place: number) =>
    page.locator("figure").nth(place).locator(".main-svg").first().waitFor();

  test.each(notebookNames())(
    "%s: every figure, no line wider than a phone, nothing from outside",
    async (name) => {
      const phone = { width: 360, height: 740 };
      const { page, requests, errors } = await open(name, {
        viewport: phone,
        isMobile: true,
        hasTouch: true,
      });
      const outputs = codeCells(readNotebook(notebookPath(name))).flatMap((cell) => cell.outputs ?? []);
      const figures = outputs.filter(({ data }) => data?.[PLOTLY]);
      expect(await page.locator("figure").count()).toBe(figures.length);
      for (const picture of await page.locator("figure img").all()) {
        await picture.scrollIntoViewIfNeeded();
        await expect
          .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
          .toBeGreaterThan(0);
        expect(await picture.getAttribute("alt")).toMatch(/\w/);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
      expect(await page.locator("nav.contents a").count()).toBeGreaterThan(3);
      expect(requests.filter((address) => !address.startsWith(server.address))).toEqual([]);
      expect(requests.filter((address) => address.includes("plotly"))).toEqual([]);
      expect(errors).toEqual([]);
    },
  );

  test("every link leads to a page and a heading of the site, or to the notebook in JupyterLite", () => {
    for (const name of [
      ...notebookNames().map((name) => `notebooks/${name}`),
      "docs/benchmarks",
      "docs/large",
    ]) {
      const html = readFileSync(join(folder, `${name}.html`), "utf8");
      const addresses = [...html.matchAll(/ (?:href|src|data-figure)="([^"]+)"/g)].map(
        ([, address]) => address!,
      );
      expect(addresses.length).toBeGreaterThan(5);
      for (const address of addresses) {
        if (/^(data:|https?:)/.test(address) || address === "../index.html") continue;
        if (address.startsWith("../lab/")) {
          expect(address).toBe(`../lab/index.html?path=${name}.ipynb`);
          continue;
        }
        const [file = "", id] = address.split("#");
        const path = file === "" ? join(folder, `${name}.html`) : join(folder, dirname(name), file);
        expect(existsSync(path), `${name}: ${address}`).toBe(true);
        if (id) expect(readFileSync(path, "utf8")).toContain(`id="${id}"`);
      }
    }
  });

  test("a figure becomes live under the pointer, by its button and by keyboard", async () => {
    const { page, errors } = await open("02-popularity");
    const top = () =>
      page
        .locator("h2")
        .last()
        .evaluate((heading) => heading.getBoundingClientRect().top + scrollY);
    const before = await top();
    await page.locator("figure").nth(0).hover();
    await isLive(page, 0);
    await page.locator("figure").nth(1).getByRole("button").click();
    await isLive(page, 1);
    await page.locator("figure").nth(2).getByRole("button").focus();
    await page.keyboard.press("Enter");
    await isLive(page, 2);
    const isPicture = await page
      .locator("figure img")
      .evaluateAll((all) => all.map((image) => image.checkVisibility()));
    expect(isPicture.slice(0, 3)).toEqual([false, false, false]);
    expect(isPicture.slice(3)).not.toContain(false);
    expect(Math.abs((await top()) - before)).toBeLessThan(30);
    await page.locator("figure").nth(1).scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(pictures, "notebook-page.png") });
    expect(errors).toEqual([]);
  });

  test("in print, figures are pictures and code is wrapped", async () => {
    const { page } = await open("02-popularity");
    await page.locator("figure").first().hover();
    await isLive(page, 0);
    await page.emulateMedia({ media: "print" });
    const figure = page.locator("figure").first();
    expect(await figure.locator("img").isVisible()).toBe(true);
    expect(await figure.locator(".live").isVisible()).toBe(false);
    for (const hidden of ["header", "nav.contents", "nav.neighbors"])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    await page.setViewportSize({ width: 600, height: 800 });
    const widths = await page
      .locator("pre")
      .evaluateAll((all) => all.map((pre) => pre.scrollWidth - pre.clientWidth));
    expect(Math.max(...widths)).toBe(0);
  });

  test("says when the live figure cannot be loaded, and keeps the picture", async () => {
    const { page } = await open("02-popularity");
    await page.route("**/plotly.min.js", (route) => route.abort());
    const figure = page.locator("figure").first();
    await figure.getByRole("button").click();
    await figure.getByText("could not be loaded (plotly.min.js did not load)").waitFor();
    expect(await figure.locator("img").isVisible()).toBe(true);
    await page.unroute("**/plotly.min.js");
    await figure.getByRole("button").click();
    await isLive(page, 0);
  });

  test("reads well in the dark", async () => {
    const { page } = await open("03-genres", { colorScheme: "dark" });
    expect(await page.locator("math").count()).toBe(3);
    await page.locator("math").first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(pictures, "notebook-page-dark.png") });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      "rgb(20, 24, 27)",
    );
  });
});
