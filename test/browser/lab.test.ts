import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../../scripts/lib/chromium.mjs";
import { notebookPath } from "../../scripts/lib/course-notebooks.mjs";
import { codeCells, PLOTLY, readNotebook, textOf } from "../../scripts/lib/notebook.mjs";
import { isWindows, scratch } from "../../scripts/lib/places.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { type Lab, startLab } from "./lab.js";
import { lacksChromium } from "./lacks-chromium.js";

const lacking = isWindows ? "Windows sends no Ctrl-C to a program" : lacksChromium();

/** Milliseconds: a machine may be busy with other things. */
const patience = 60_000;

const pictures = join(scratch, "screenshots");
const hostile = "<img src=x onerror=window.hacked=1> (1999)";

const title = lacking ? `JupyterLab (skipped: ${lacking})` : "JupyterLab";
describe.skipIf(lacking)(title, { timeout: 2 * patience }, () => {
  let lab: Lab;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    [lab, browser] = await Promise.all([startLab(), chromium.launch({ executablePath: findChromium() })]);
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.end();
  });

  async function open(path: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(patience);
    await page.goto(lab.page(path));
    await page.getByText("TypeScript (tslab) | Idle").waitFor();
    return page;
  }

  /** Opens a notebook of the repository, clears what it holds, and runs all of its cells. */
  async function runAll(path: string): Promise<Page> {
    const page = await open(path);
    await choose(page, "Edit", "Clear Outputs of All Cells");
    await choose(page, "Run", "Run All Cells");
    const waiting = page.locator(".jp-InputPrompt", { hasText: "[*]:" });
    await waiting.first().waitFor();
    await expect.poll(() => waiting.count(), { timeout: patience }).toBe(0);
    return page;
  }

  test("refuses who does not know its token", async () => {
    const contents = `http://127.0.0.1:${lab.port}/api/contents`;
    expect((await fetch(contents)).status).toBe(403);
    expect((await fetch(`${contents}?token=${"0".repeat(48)}`)).status).toBe(403);
    expect((await fetch(`${contents}?token=${lab.token}`)).status).toBe(200);
  });

  test("shows published figures before a run, at the size that they have after it", async () => {
    const published = codeCells(readNotebook(notebookPath("05-item-based")))
      .flatMap(({ outputs = [] }) => outputs)
      .flatMap(({ data }) => data?.[PLOTLY]?.layout?.width ?? []);
    expect(new Set(published).size).toBeGreaterThan(1);
    const page = await open("notebooks/05-item-based.ipynb");
    const pictures = page.locator(".plot-img");
    await expect.poll(() => pictures.count(), { timeout: patience }).toBe(published.length);
    const widths = await pictures.evaluateAll((all) => all.map((picture) => picture.clientWidth));
    expect(widths).toEqual(published);
    await page.close();
  });

  const runsAndDraws = async (name: string) => {
    const page = await runAll(`notebooks/${name}.ipynb`);
    const sources = codeCells(readNotebook(notebookPath(name))).map(({ source }) => textOf(source));
    const numbers = sources.map((_, index) => `[${index + 1}]:`);
    expect(await page.locator(".jp-CodeCell .jp-InputPrompt").allTextContents()).toEqual(numbers);
    expect(await errors(page)).toEqual([]);

    const plots = sources.flatMap((source) => source.match(/^plot\(/gm) ?? []);
    expect(plots.length).toBeGreaterThan(2);
    await expect.poll(() => figures(page).count(), { timeout: patience }).toBe(plots.length);

    for (const theme of ["JupyterLab Dark", "JupyterLab Light"]) {
      await choose(page, "Settings", "Theme", theme);
      await page.locator(`body[data-jp-theme-name="${theme}"]`).waitFor({ state: "attached" });
      await photograph(page, `${name} in ${theme}`);
    }
    await page.close();
  };
  test("runs 02-popularity and draws each figure", () => runsAndDraws("02-popularity"));
  test("runs 01-explore-ratings and draws each figure", { tags: "long" }, () =>
    runsAndDraws("01-explore-ratings"),
  );

  test("shows a hostile title as text, in tables and in figures", async () => {
    const page = await runAll("test/fixtures/hostile-titles.ipynb");
    expect(await errors(page)).toEqual([]);
    await expect.poll(() => figures(page).count(), { timeout: patience }).toBe(3);
    await page.getByRole("cell", { name: hostile, exact: true }).waitFor();
    const [scatter, ranks] = await figures(page).all();
    await ranks!.locator(".gtitle", { hasText: hostile }).waitFor();
    await scatter!.locator(".point").first().hover({ force: true });
    await scatter!.locator(".hovertext", { hasText: hostile }).waitFor();
    await photograph(page, "hostile-titles");

    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(await page.locator("img[src=x]").count()).toBe(0);
    await page.close();
  });

  test("leaves nothing running after Ctrl-C", async () => {
    const kernels = await fetch(`http://127.0.0.1:${lab.port}/api/kernels?token=${lab.token}`);
    const ids = ((await kernels.json()) as { id: string }[]).map(({ id }) => id);
    const running = async () => {
      const { stdout } = await run("ps", ["-A", "-o", "args"]);
      return ids.filter((id) => stdout.includes(id));
    };
    expect((await running()).length).toBeGreaterThan(0);
    expect(await lab.end()).toBe(0);
    await expect(fetch(`http://127.0.0.1:${lab.port}/api`)).rejects.toThrow();
    expect(await running()).toEqual([]);
  });
});

/** Clicks through a menu of Lab. */
async function choose(page: Page, menu: string, ...items: string[]): Promise<void> {
  await page.getByRole("menuitem", { name: menu, exact: true }).click();
  for (const item of items) {
    await page.locator(".lm-Menu-itemLabel", { hasText: new RegExp(`^${item}$`) }).click();
  }
}

/** The figures that plotly has drawn. */
function figures(page: Page) {
  return page.locator(".js-plotly-plot:has(.main-svg)");
}

/** What cells say on stderr; tslab says errors there and nowhere else. */
function errors(page: Page): Promise<string[]> {
  return page.locator("[data-mime-type='application/vnd.jupyter.stderr']").allTextContents();
}

/** A picture of the whole notebook, for the eyes of who works on it. */
async function photograph(page: Page, name: string): Promise<void> {
  const panel = page.locator(".jp-WindowedPanel-outer");
  const height = await panel.evaluate(({ scrollHeight }) => scrollHeight);
  await page.setViewportSize({ width: 1400, height: height + 200 });
  await panel.evaluate((element) => element.scrollTo(0, 0));
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
