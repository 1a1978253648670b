// @module-tag slow
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { findChromium } from "../../scripts/lib/chromium.mjs";
import { isWindows } from "../../scripts/lib/places.mjs";
import { type Lab, startLab } from "./lab.js";
import { lacksChromium } from "./lacks-chromium.js";
import { PATIENCE } from "./slider-page.js";
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

  async function open(path: string): Promise<Page> {
    await endKernels();
    const page = await browser.newPage({ viewport: { width: 1200, height: 1800 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(lab.page(path));
    await page.getByText("TypeScript (tslab) | Idle").waitFor();
    return page;
  }

  sliderScenarios(() => open("test/fixtures/sliders.ipynb"));
});
