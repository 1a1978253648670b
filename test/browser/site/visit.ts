import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import type { Site } from "./site.js";

/** Milliseconds: a machine may be busy with other things. */
export const patience = 60_000;

/** Starts a visit, with a fresh profile of the browser. */
export type StartVisit = (options?: VisitOptions) => Promise<Visit>;

export interface VisitOptions {
  /** Prepares the browser, before the page is opened. */
  prepare?(context: BrowserContext): Promise<unknown>;
}

/** A visit with a fresh profile. Records and errors of the page are kept. */
export class Visit {
  readonly page: Page;
  readonly records: { name?: string; value?: unknown; check?: string; right?: boolean }[];
  readonly errors: string[];
  readonly #site: Site;

  private constructor(page: Page, site: Site, kept: Pick<Visit, "records" | "errors">) {
    this.page = page;
    this.#site = site;
    this.records = kept.records;
    this.errors = kept.errors;
  }

  static async start(browser: Browser, site: Site, { prepare }: VisitOptions = {}): Promise<Visit> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    await prepare?.(context);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const kept: Pick<Visit, "records" | "errors"> = { records: [], errors: [] };
    await page.exposeFunction("reelbookRecord", (line: string) => void kept.records.push(JSON.parse(line)));
    page.on("pageerror", ({ message }) => kept.errors.push(message));
    return new Visit(page, site, kept);
  }

  /** Opens a notebook of the site, and waits for its kernel. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#site.address}lab/index.html?path=${encodeURIComponent(path)}`);
    await this.page.getByText("TypeScript | Idle").waitFor();
  }

  /** Opens Lab with a new notebook, ready to be typed in. */
  async openNew(): Promise<void> {
    await this.page.goto(`${this.#site.address}lab/index.html?reset`);
    await this.page.locator(".jp-LauncherCard[title='TypeScript']").first().click();
    await this.page.getByText("TypeScript | Idle").waitFor();
    await this.page.locator(".jp-Notebook .cm-content").last().click();
  }

  /** Types code into the last cell and runs it; waits for its end unless told not to. */
  async run(code: string, { waits = true } = {}): Promise<string> {
    const cells = this.page.locator(".jp-Notebook:visible .jp-CodeCell");
    const place = (await cells.count()) - 1;
    await this.page.keyboard.insertText(code);
    await this.page.keyboard.press("Shift+Enter");
    const cell = cells.nth(place);
    if (!waits) return "";
    await cell.locator(".jp-InputPrompt", { hasText: /\[\d+\]/ }).waitFor();
    return this.outputOf(place);
  }

  /** The message in a corner of Lab that has this text. */
  notification(text: string): Locator {
    return this.page.locator(".Toastify__toast", { hasText: text });
  }

  /** The text under a code cell. */
  async outputOf(place: number): Promise<string> {
    const cell = this.page.locator(".jp-Notebook:visible .jp-CodeCell").nth(place);
    return (await cell.locator(".jp-OutputArea-output").allInnerTexts()).join("\n").trim();
  }

  /** Clicks through a menu of Lab. */
  async choose(menu: string, ...items: (string | RegExp)[]): Promise<void> {
    await this.page.getByRole("menuitem", { name: menu, exact: true }).click();
    for (const item of items) {
      const label = typeof item === "string" ? new RegExp(`^${item}$`) : item;
      await this.page.locator(".lm-Menu-itemLabel", { hasText: label }).click();
    }
  }

  /** Clears what the notebook holds and runs all of its cells. */
  async runAll(timeout = patience): Promise<void> {
    await this.choose("Edit", "Clear Outputs of All Cells");
    await this.choose("Run", "Run All Cells");
    // A short notebook is busy for too short a time to be seen so.
    const first = this.page.locator(".jp-Notebook:visible .jp-CodeCell .jp-InputPrompt").first();
    await first.filter({ hasText: /\d/ }).waitFor({ timeout });
    await this.page.getByText("TypeScript | Idle").waitFor({ timeout });
  }

  /** What cells say on stderr: errors of types and of runs. */
  complaints(): Promise<string[]> {
    return this.page.locator("[data-mime-type='application/vnd.jupyter.stderr']").allTextContents();
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }
}
