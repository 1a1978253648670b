import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Milliseconds: a machine may be busy with other things. */
export const PATIENCE = 60_000;

/** The notebook of test/fixtures/sliders.ipynb in a page of Lab or JupyterLite. */
export class SliderPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The form's element for a parameter or with another label. */
  control(name: string): Locator {
    return this.page.getByLabel(name, { exact: true });
  }

  /** A code cell by its place, from 1. */
  cell(place: number): Locator {
    return this.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").nth(place - 1);
  }

  async code(place = 2): Promise<string> {
    return (await this.cell(place).locator(".cm-content").innerText()).trim();
  }

  async hasCode(text: string): Promise<void> {
    await expect.poll(() => this.code(), { timeout: PATIENCE }).toContain(text);
  }

  async prints(place: number, text: string): Promise<void> {
    const output = this.cell(place).locator(".jp-OutputArea-output");
    await expect
      .poll(() => output.allInnerTexts(), { timeout: PATIENCE })
      .toEqual([expect.stringContaining(text)]);
  }

  printed(place: number): Promise<string> {
    return this.cell(place).locator(".jp-OutputArea-output").first().innerText();
  }

  async says(text: string): Promise<void> {
    await expect
      .poll(() => this.page.getByRole("status").allInnerTexts(), { timeout: PATIENCE })
      .toContainEqual(expect.stringContaining(text));
  }

  /** The places of the cells that are marked as out of date. */
  async outOfDate(): Promise<number[]> {
    const marked = await this.page
      .locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell")
      .evaluateAll((cells) => cells.map((cell) => cell.querySelector(".reelbook-mark") !== null));
    return marked.flatMap((isMarked, index) => (isMarked ? [index + 1] : []));
  }

  async isOutOfDate(...places: number[]): Promise<void> {
    await expect.poll(() => this.outOfDate(), { timeout: PATIENCE }).toEqual(places);
  }

  /** Types a value into the field of a number. */
  async type(name: string, value: string): Promise<void> {
    await this.control(`${name}, number`).fill(value);
    await this.control(`${name}, number`).press("Enter");
  }

  /** Presses the slider at its value and moves it by so many pixels, in steps; does not let go. */
  async drag(name: string, pixels: number, steps = 20): Promise<void> {
    const box = (await this.control(name).boundingBox())!;
    const [min, max, value] = await this.control(name).evaluate((input) =>
      ["min", "max", "value"].map((key) => Number((input as HTMLInputElement)[key as "min"])),
    );
    const thumb = 16;
    const x = box.x + thumb / 2 + ((box.width - thumb) * (value! - min!)) / (max! - min!);
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    for (let step = 1; step <= steps; step++) {
      await this.page.mouse.move(x + (pixels * step) / steps, y);
      await this.page.waitForTimeout(30);
    }
  }

  /** Replaces text in the code of a cell by hand. */
  async edit(place: number, text: string, by: string): Promise<void> {
    const editor = this.cell(place).locator(".cm-content");
    const before = await editor.innerText();
    await editor.click();
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.insertText(before.replace(text, by));
    await this.page.keyboard.press("Escape");
  }

  /** Clicks through a menu. */
  async choose(menu: string, item: string): Promise<void> {
    await this.page.getByRole("menuitem", { name: menu, exact: true }).click();
    await this.page.locator(".lm-Menu-itemLabel", { hasText: new RegExp(`^${item}$`) }).click();
  }

  /** Closes the notebook and opens its file: code as at first, no outputs, the same kernel. */
  async openAgain(): Promise<void> {
    await this.choose("File", "Close Tab");
    await this.page.locator(".jp-Dialog .jp-mod-warn").click();
    await this.page.locator(".jp-NotebookPanel").waitFor({ state: "detached" });
    await this.page.locator(".jp-DirListing-item", { hasText: "sliders.ipynb" }).dblclick();
    await this.page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").waitFor();
  }

  async runAll(): Promise<void> {
    await this.choose("Run", "Run All Cells");
    await this.prints(9, "checked");
  }
}
