import { expect, test } from "vitest";
import { patience, type StartVisit, type Visit } from "./visit.js";

const workersOf = ({ page }: Visit) => page.workers().map((worker) => worker.url().split("/").at(-1));

/** The kernel with a new notebook, cell by cell. */
export function testKernel(visit: StartVisit): void {
  test("a cell has tslab's semantics: values, types, redeclaration, errors", async () => {
    const reader = await visit();
    await reader.openNew();
    expect(await reader.run('const x = await Promise.resolve(5);\nconsole.log("x is", x);\n[x]')).toBe(
      "x is 5\n[ 5 ]",
    );
    expect(await reader.run('const x = "five"; x.length')).toBe("4");
    expect(await reader.run("const wrong: string = 3;")).toBe(
      "1:7 - Type 'number' is not assignable to type 'string'.",
    );
    expect(await reader.run("nowhere + 1")).toBe("1:1 - Cannot find name 'nowhere'.");
    expect(await reader.run("function f() {\n  throw new RangeError('too far');\n}\nf();")).toBe(
      "RangeError: too far\n    at f (evalmachine.<anonymous>:4:11)",
    );
    expect(await reader.run('import { chunk } from "lodash";')).toContain(
      "This page has the modules reelbook, reelbook/reference, ml-matrix, danfojs-node.",
    );
    expect(await reader.run('const fs = require("fs");')).toContain('There is no module "fs" in this page');
    expect(await reader.run("/** @module mine */\nexport const a = 1;")).toContain(
      "needs the course on your own computer",
    );
    expect(await reader.run("x")).toBe("five");
  });

  test("completes and documents what is typed", { tags: "long" }, async () => {
    const reader = await visit();
    await reader.openNew();
    await reader.run('import { Popularity } from "reelbook";');
    await reader.page.keyboard.insertText("new Popularity().fi");
    await reader.page.keyboard.press("Tab");
    const completer = reader.page.locator(".jp-Completer");
    const editor = reader.page.locator(".jp-Notebook .cm-content").last();
    await expect
      .poll(async () => (await completer.isVisible()) || /fit/.test(await editor.innerText()))
      .toBe(true);
    if (await completer.isVisible()) await reader.page.keyboard.press("Enter");
    await expect.poll(() => editor.innerText()).toBe("new Popularity().fit");
    await reader.page.keyboard.press("Shift+Tab");
    await reader.page.locator(".jp-Tooltip", { hasText: "Popularity.fit(ratings: Feedback" }).waitFor();
  });

  test("an interrupt ends a cell that waits, and its variables stay", { tags: "long" }, async () => {
    const reader = await visit();
    await reader.openNew();
    await reader.run("const kept = 5;");
    await reader.run("await new Promise(() => {});", { waits: false });
    await reader.page.getByText("TypeScript | Busy").waitFor();
    await reader.choose("Kernel", "Interrupt Kernel");
    await reader.page.getByText("TypeScript | Idle").waitFor();
    expect(await reader.outputOf(1)).toContain("Error: Interrupted asynchronously");
    expect(await reader.run("kept")).toBe("5");
  });

  test("an interrupt ends a busy loop with its variables, and offers to run from the top", async () => {
    const reader = await visit();
    await reader.openNew();
    await reader.run("const kept = 5;");
    await reader.run("kept + 1");
    await reader.run("while (true) {}", { waits: false });
    await reader.page.getByText("TypeScript | Busy").waitFor();
    await reader.choose("Kernel", "Interrupt Kernel");
    await reader.page.getByText("TypeScript | Idle").waitFor();
    expect(await reader.outputOf(2)).toContain(
      "The variables of all cells are gone. Run the notebook from the top.",
    );
    expect(await reader.run("kept")).toBe("1:1 - Cannot find name 'kept'.");
    await reader
      .notification("its variables are gone")
      .getByRole("button", { name: "Run the cells above it" })
      .click();
    await expect
      .poll(() => reader.page.locator(".jp-CodeCell .jp-InputPrompt").allInnerTexts(), { timeout: patience })
      .toEqual(["[5]:", "[6]:", "[3]:", "[4]:", "[ ]:"]);
    expect(await reader.outputOf(1)).toBe("6");
  });

  test("a restart forgets the variables, and keeps the compiler", async () => {
    const reader = await visit();
    await reader.openNew();
    await reader.run("const kept = 5;");
    await reader.choose("Kernel", /^Restart Kernel…$/);
    await reader.page.locator(".jp-Dialog").getByRole("button", { name: "Confirm Kernel Restart" }).click();
    await reader.page.getByText("TypeScript | Idle").waitFor();
    await reader.page.locator(".jp-Notebook .cm-content").last().click();
    expect(await reader.run("kept")).toContain("Cannot find name 'kept'.");
    expect(workersOf(reader).sort()).toEqual(["cells.js", "compiler.js"]);
  });

  test("two notebooks have their own variables, and one compiler", { tags: "long" }, async () => {
    const reader = await visit();
    await reader.openNew();
    await reader.run("const own = 1;");
    await reader.choose("File", "New Launcher");
    await reader.page.locator(".jp-LauncherCard[title='TypeScript']:visible").first().click();
    await reader.page.locator(".jp-Notebook:visible .cm-content").waitFor();
    await reader.page.locator(".jp-Notebook:visible .cm-content").last().click();
    expect(await reader.run("own")).toContain("Cannot find name 'own'.");
    expect(await reader.run("const own = 2; own")).toBe("2");
    expect(workersOf(reader).sort()).toEqual(["cells.js", "cells.js", "compiler.js"]);
  });

  test("errors outside of any cell are printed, and the kernel goes on", { tags: "long" }, async () => {
    const reader = await visit();
    await reader.openNew();
    await reader.run(
      'setTimeout(() => { throw new Error("late"); }); void Promise.reject(new Error("lost"));',
    );
    await expect.poll(() => reader.outputOf(0)).toContain("UncaughtException: Error: late");
    expect(await reader.outputOf(0)).toContain("UnhandledPromiseRejection: Error: lost");
    expect(await reader.run("1 + 1")).toBe("2");
  });

  test("after an error, cells that wait do not run", async () => {
    const reader = await visit();
    await reader.openNew();
    await reader.run("const first = 1;");
    await reader.run('throw new Error("stop");');
    await reader.run("const second = 2;");
    await reader.runAll();
    expect(await reader.page.locator(".jp-CodeCell .jp-InputPrompt").allInnerTexts()).toEqual([
      "[4]:",
      "[5]:",
      "[ ]:",
      "[ ]:",
    ]);
  });
}
