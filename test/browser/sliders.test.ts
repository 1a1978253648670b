// @module-tag slow
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { findChromium } from "../../scripts/lib/chromium.mjs";
import { readNotebook } from "../../scripts/lib/notebook.mjs";
import { isWindows, root, scratch } from "../../scripts/lib/places.mjs";
import { type Lab, startLab } from "./lab.js";
import { lacksChromium } from "./lacks-chromium.js";
import { PATIENCE, SliderPage } from "./slider-page.js";
import { sliderScenarios } from "./slider-scenarios.js";

const lacking = isWindows ? "Windows sends no Ctrl-C to a program" : lacksChromium();
const title = lacking ? `sliders in JupyterLab (skipped: ${lacking})` : "sliders in JupyterLab";

describe.skipIf(lacking)(title, { timeout: 2 * PATIENCE }, () => {
  let lab: Lab;
  let browser: Browser;

  beforeAll(async () => {
    [lab, browser] = await Promise.all([startLab(), chromium.launch({ executablePath: findChromium() })]);
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.end();
  });

  /** Ends the kernels of before, which Lab would give to the same notebook again. */
  async function endKernels(): Promise<void> {
    const sessions = `http://127.0.0.1:${lab.port}/api/sessions`;
    const headers = { Authorization: `token ${lab.token}` };
    const open = (await (await fetch(sessions, { headers })).json()) as { id: string }[];
    for (const { id } of open) await fetch(`${sessions}/${id}`, { method: "DELETE", headers });
  }

  async function open(path: string, query = ""): Promise<Page> {
    await endKernels();
    const page = await browser.newPage({ viewport: { width: 1200, height: 1800 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${lab.page(path)}${query}`);
    await page.getByText("TypeScript (tslab) | Idle").waitFor();
    return page;
  }

  sliderScenarios(() => open("test/fixtures/sliders.ipynb"));

  /** Opens a copy of the fixture with another first cell; gives the path of the copy, too. */
  async function openCopy({ firstCell = "", query = "" } = {}): Promise<{ book: SliderPage; path: string }> {
    mkdirSync(scratch, { recursive: true });
    const folder = mkdtempSync(join(scratch, "sliders-"));
    const file = join(folder, "copy.ipynb");
    const notebook = readNotebook(join(root, "test/fixtures/sliders.ipynb"));
    const [first] = notebook.cells;
    first!.source = [...first!.source, `\n${firstCell}`];
    writeFileSync(file, JSON.stringify(notebook));
    const path = relative(root, file);
    const page = await open(path, query);
    onTestFinished(async () => {
      await page.close();
      rmSync(folder, { recursive: true });
    });
    return { book: new SliderPage(page), path };
  }

  test("values of a link are written into the code, and those that do not fit are named", {
    tags: "long",
  }, async () => {
    const values = { rows: 12, note: "<img src=x onerror=window.hacked=1>", share: "all", unknown: 1 };
    const { book } = await openCopy({ query: `&values=${encodeURIComponent(JSON.stringify(values))}` });
    await book.hasCode("rows: 12, // of the table");
    await book.hasCode('note: "<img src=x onerror=window.hacked=1>",');
    await book.hasCode("share: 0.3,");
    await book.runAll();
    await book.says("Not taken from the link: share, unknown");
    await book.prints(9, "checked 12");
    expect(await book.page.evaluate("window.hacked")).toBeUndefined();
    await book.page.getByRole("button", { name: "Reset" }).click();
    await book.prints(9, "checked 5");
  });

  test("after a reload of the page the controls go on with the kernel that runs", async () => {
    const { book } = await openCopy();
    await book.runAll();
    await book.page.keyboard.press("Control+s");
    await book.page
      .locator(".jp-NotebookPanel .jp-mod-dirty, .jp-mod-dirty.lm-TabBar-tab")
      .first()
      .waitFor({ state: "detached" });
    await book.page.reload();
    await book.page.getByText("TypeScript (tslab) | Idle").waitFor();
    await book.prints(6, "slow, run 1");
    await book.type("rows", "6");
    await book.prints(9, "checked 6");
    await book.prints(6, "slow, run 2 with 6");
  });

  test("parameters that were set from outside are shown and not changed", { tags: "long" }, async () => {
    const { book } = await openCopy({ firstCell: "process.env.REELBOOK_PARAMETERS = '{\"rows\": 7}';" });
    await book.runAll();
    await book.prints(9, "checked 7");
    expect(await book.control("rows").isDisabled()).toBe(true);
    expect(await book.control("rows, number").inputValue()).toBe("7");
    await book.page.getByText("set from outside", { exact: true }).waitFor();
  });

  /** A notebook whose kernel has died, which the form says. */
  async function openWithDeadKernel(): Promise<SliderPage> {
    const { book } = await openCopy();
    await book.runAll();
    await book.edit(9, await book.code(9), 'if (rows === 8) process.exit(1); console.log("checked", rows);');
    await book.page.keyboard.press("Control+Enter");
    await book.prints(9, "checked 5");
    await book.type("rows", "8");
    await book.says("The kernel died and was started again; its variables are gone.");
    await book.page.locator(".jp-Dialog .jp-mod-accept").click();
    return book;
  }

  test("a kernel that dies says so", async () => {
    await openWithDeadKernel();
  });

  test("after a kernel has died, its notebook can be run again", { tags: "long" }, async () => {
    const book = await openWithDeadKernel();
    await book.page.getByText("TypeScript (tslab) | Idle").waitFor();
    await book.type("rows", "9");
    await book.says("Run the notebook first");
    await book.page.getByRole("button", { name: "Run all cells", exact: true }).click();
    await book.prints(9, "checked 9");
  });

  test("two notebooks that are open at once do not disturb each other", { tags: "long" }, async () => {
    const { book } = await openCopy();
    await book.runAll();
    const page = book.page;
    await book.choose("File", "Open from Path…");
    await page.locator(".jp-Dialog input").fill("test/fixtures/tiny.ipynb");
    await page.locator(".jp-Dialog .jp-mod-accept").click();
    await page.getByRole("tab", { name: "tiny.ipynb", selected: true }).waitFor();
    // The status bar may still be that of the other notebook.
    const shown = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)");
    await shown.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").waitFor();
    await book.choose("Run", "Run All Cells");
    await book.control("factor, number").waitFor();
    await book.type("factor", "3");
    await book.hasCode("factor: 3,");
    await page.getByRole("tab", { name: "copy.ipynb" }).click();
    await book.prints(6, "slow, run 1 with 5");
    await book.type("rows", "6");
    await book.prints(9, "checked 6");
    await page.getByRole("tab", { name: "tiny.ipynb" }).click();
    await book.hasCode("factor: 3,");
  });
});
