import type { Page } from "playwright-core";
import { afterAll, expect, onTestFailed, onTestFinished, test } from "vitest";
import { SliderPage } from "./slider-page.js";

const HOSTILE = "<img src=x onerror=window.hacked=1> (1999)";

/**
 * The tests of sliders that hold in JupyterLab and in JupyterLite. They share a page, because one
 * takes seconds to open; each opens the notebook again.
 *
 * @param open opens test/fixtures/sliders.ipynb in a new page, with a kernel of its own
 */
export function sliderScenarios(open: () => Promise<Page>): void {
  let shared: SliderPage | undefined;

  const close = async (): Promise<void> => {
    const page = shared?.page;
    shared = undefined;
    await page?.context().close();
  };
  afterAll(close);

  const opened = async (): Promise<SliderPage> => {
    onTestFailed(close);
    if (shared) await shared.openAgain();
    else shared = new SliderPage(await open());
    await shared.runAll();
    return shared;
  };

  test("a drag changes the code, quick cells follow, slow ones run on release; undo is one step", async () => {
    const book = await opened();
    const slider = book.control("rows");
    await slider.evaluate((input) => Object.assign(input, { isTheSame: true }));
    await book.drag("rows", 100);
    const value = Number(await slider.inputValue());
    expect(value).toBeGreaterThan(10);
    await book.prints(4, `a table of ${value}`);
    await book.prints(7, `row ${value}`);
    await book.isOutOfDate(6);
    await book.prints(6, "slow, run 1 with 5");
    await book.says("Slow cells run");

    await book.page.mouse.up();
    await book.prints(6, `slow, run 2 with ${value}`);
    await book.isOutOfDate();
    await book.prints(5, "independent, run 1");
    await book.hasCode(`rows: ${value}, // of the table`);
    expect(await slider.evaluate((input) => "isTheSame" in input && input === document.activeElement)).toBe(
      true,
    );

    await book.page.keyboard.press("Control+z");
    await book.hasCode("rows: 5, // of the table");
    await book.prints(6, "slow, run 3 with 5");
    expect(await slider.inputValue()).toBe("5");
  });

  test("a number is typed beyond the slider's ends, but not beyond its limits", async () => {
    const book = await opened();
    await book.type("rows", "70");
    await book.prints(4, "a table of 70");
    expect(await book.control("rows").inputValue()).toBe("50");

    await book.type("rows", "2000");
    await book.page.getByRole("alert").filter({ hasText: "rows is 2000; it takes at most 1000." }).waitFor();
    await book.type("rows", "many");
    await book.page.getByRole("alert").filter({ hasText: 'rows is "many"; it takes a number.' }).waitFor();
    await book.hasCode("rows: 70,");
    await book.control("rows, number").press("Escape");
    expect(await book.control("rows, number").inputValue()).toBe("70");

    await book.type("share", ".75");
    await book.prints(8, "0.75; true; pearson");
  });

  test("the keyboard moves controls, and no shortcut of Lab runs meanwhile", async () => {
    const book = await opened();
    const cells = await book.page.locator(".jp-CodeCell").count();
    await book.control("rows").focus();
    for (const key of ["ArrowRight", "ArrowRight", "a", "d", "d", "x", "m"])
      await book.page.keyboard.press(key);
    await book.prints(4, "a table of 7");
    await book.page.keyboard.press("Tab");
    await book.page.keyboard.press("Control+a");
    await book.page.keyboard.type("8");
    await book.page.keyboard.press("Tab");
    await book.prints(4, "a table of 8");
    expect(await book.page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Play rows");
    await book.control("mean").press("Space");
    await book.prints(8, "0.3; false; pearson");
    await book.control("note").fill('dd"`$');
    await book.control("note").press("Enter");
    await book.prints(8, 'dd"`$');
    await book.hasCode('note: "dd\\"`$",');
    expect(await book.page.locator(".jp-CodeCell").count()).toBe(cells);
  });

  test("a choice keeps the cast, names keep their order, a template string says why it is read-only", {
    tags: "long",
  }, async () => {
    const book = await opened();
    await book.control("method").selectOption("cosine");
    await book.prints(8, "0.3; true; cosine; a,b;");
    await book.hasCode('method: "cosine" as string,');
    await book.control("c").check();
    await book.control("a").uncheck();
    await book.prints(8, "cosine; b,c;");
    await book.hasCode('chosen: ["b", "c"],');
    expect(await book.control("label").isDisabled()).toBe(true);
    await book.page.getByText("template string").waitFor();
  });

  test("newer values replace older ones between two cells", async () => {
    const book = await opened();
    for (const value of ["20", "21", "22", "23"]) await book.type("rows", value);
    await book.prints(9, "checked 23");
    await book.prints(6, "with 23");
    const [, runs] = /run (\d+)/.exec(await book.printed(6))!;
    expect(Number(runs)).toBeLessThanOrEqual(3);
  });

  test("cells below edited code are out of date until they run", async () => {
    const book = await opened();
    await book.edit(4, "row $", "line $");
    await book.isOutOfDate(7);
    await book.page.getByText("Out of date: the code above has changed.").waitFor();
    await book.page.getByRole("button", { name: "Run the 2 cells that are out of date" }).click();
    await book.prints(7, "the last is line 5");
    await book.isOutOfDate();

    await book.edit(2, "rows: 5", "rows: 6");
    expect(await book.control("rows").inputValue()).toBe("6");
    await book.isOutOfDate(4, 6, 7, 9);
    await book.edit(2, "rows: 6", "rows: 5");
    await book.isOutOfDate();
  });

  test("an error stops the run with a sentence, and the next value goes on", async () => {
    const book = await opened();
    await book.type("rows", "13");
    await book.says("(if (rows === 13) throw new RangeError");
    await book.says("RangeError: 13 rows are not allowed here; take 14");
    await book.type("rows", "14");
    await book.prints(9, "checked 14");
    await expect
      .poll(() => book.page.getByRole("status").allInnerTexts())
      .not.toContainEqual(expect.stringContaining("13"));
  });

  test("without its variables in the kernel the form asks to run the notebook", {
    tags: "long",
  }, async () => {
    const book = await opened();
    await book.choose("Kernel", "Restart Kernel…");
    await book.page.locator(".jp-Dialog .jp-mod-accept").click();
    await book.says("The kernel was restarted.");
    await book.type("rows", "9");
    await book.says("Run the notebook first");
    await book.page.getByRole("button", { name: "Run all cells", exact: true }).click();
    await book.prints(9, "checked 9");

    await book.choose("Kernel", "Shut Down Kernel");
    onTestFinished(close);
    await book.type("rows", "8");
    await book.says("The notebook has no kernel.");
    await book.hasCode("rows: 8,");
  });

  test("a title completes from the kernel's movies and stays a text, however hostile", {
    tags: "long",
  }, async () => {
    const book = await opened();
    const title = book.control("movie");
    await title.fill("img src");
    await expect
      .poll(() =>
        book.page
          .locator("datalist option")
          .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value)),
      )
      .toEqual([HOSTILE]);
    await title.fill(HOSTILE);
    await title.press("Enter");
    await book.prints(8, HOSTILE);
    await book.hasCode(`movie: ${JSON.stringify(HOSTILE)},`);
    expect(await book.page.evaluate("window.hacked")).toBeUndefined();

    await title.fill("amelie (2001)");
    await title.press("Enter");
    await book.page.getByText('There is no movie "amelie (2001)"; did you mean "Amélie (2001)"?').waitFor();
    await book.hasCode(`movie: ${JSON.stringify(HOSTILE)},`);
  });

  test("values are copied, reset and pasted", { tags: "long" }, async () => {
    const book = await opened();
    await book.type("rows", "30");
    await book.control("note").fill("mine");
    await book.control("note").press("Enter");
    await book.prints(9, "checked 30");
    await book.page.evaluate(() => {
      Object.assign(navigator.clipboard, {
        writeText: async (text: string) => Object.assign(window, { copied: text }),
      });
    });
    await book.page.getByRole("button", { name: "Copy values" }).click();
    const copied = String(await book.page.evaluate("window.copied"));
    await book.page.getByRole("button", { name: "Reset" }).click();
    await book.prints(9, "checked 5");
    await book.hasCode('note: "a note",');
    await book.page.getByRole("button", { name: "Paste values" }).click();
    await book.control("Values to paste").fill(copied);
    await book.control("Values to paste").press("Enter");
    await book.prints(9, "checked 30");
    await book.hasCode('note: "mine",');

    await book.page.getByRole("button", { name: "Paste values" }).click();
    await book.control("Values to paste").fill('{"rows": -1, "share": 0.5, "unknown": 1}');
    await book.control("Values to paste").press("Enter");
    await book.prints(8, "0.5; true");
    await book.says('rows is -1; it takes at least 0. There is no parameter "unknown".');
  });

  test("play steps through the range until it is paused", { tags: "long" }, async () => {
    const book = await opened();
    await book.control("Play share").click();
    await book.prints(8, "0.5; true");
    await book.control("Pause share").click();
    const code = await book.code();
    await book.page.waitForTimeout(700);
    expect(await book.code()).toBe(code);
    await book.control("share").focus();
    await book.page.keyboard.press("Control+z");
    await book.hasCode("share: 0.3,");
  });
}
