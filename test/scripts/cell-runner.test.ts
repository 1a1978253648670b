// @module-tag slow
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runNotebook } from "../../scripts/lib/cell-runner.mjs";
import { codeCells, readNotebook, textOf } from "../../scripts/lib/notebook.mjs";
import { executionTests, notebookOf, tiny } from "./notebook-execution.js";
import { scratchFolder } from "./scratch-course.js";

executionTests(runNotebook, ["long"]);

/** What each cell prints. */
async function printedBy(path: string): Promise<string[]> {
  const output = join(scratchFolder(), "executed.ipynb");
  await runNotebook(path, { output });
  return codeCells(readNotebook(output)).map(({ outputs = [] }) =>
    outputs.map(({ text = "" }) => textOf(text)).join(""),
  );
}

test("nothing that a notebook does reaches the next one, or the process that runs it", async () => {
  const seen = `[process.env.SPOILED, (globalThis as any).spoiled, Math.max(1, 2), process.cwd()]`;
  const folder = scratchFolder({
    "spoils.ipynb": notebookOf(
      'process.env.SPOILED = "yes"; (globalThis as any).spoiled = 1; Math.max = () => 9;',
      'process.chdir(".."); const left = "variable";',
      `console.log(...${seen})`,
    ),
    "looks.ipynb": notebookOf(`console.log(...${seen})`, "console.log(typeof left)", "left"),
  });
  const [, , spoiled] = await printedBy(join(folder, "spoils.ipynb"));
  expect(spoiled).toBe(`yes 1 9 ${join(folder, "..")}\n`);
  const [looks, variable, gone] = await printedBy(join(folder, "looks.ipynb"));
  expect(looks).toBe(`undefined undefined 2 ${folder}\n`);
  expect(variable).toContain("Cannot find name 'left'");
  expect(gone).toBe("");
  expect(process.env.SPOILED).toBeUndefined();
});

test("two notebooks at the same time keep their parameters and records apart", async () => {
  const results = await Promise.all(
    ["3", "4", "5"].map((factor) => runNotebook(tiny, { parameters: { factor } })),
  );
  expect(results.map(({ records }) => records.product)).toEqual([63, 84, 105]);
});

test("an error that nothing awaits is printed and does not end the notebook", async () => {
  const folder = scratchFolder({
    "late.ipynb": notebookOf(
      `void Promise.reject(new RangeError("nobody waits"));
      void setTimeout(() => { throw new RangeError("too late"); });
      await new Promise((done) => setTimeout(done, 50));`,
      'console.log("goes on");',
    ),
  });
  const [late, next] = await printedBy(join(folder, "late.ipynb"));
  expect(late).toContain("UnhandledPromiseRejection: RangeError: nobody waits");
  expect(late).toContain("UncaughtException: RangeError: too late");
  expect(next).toBe("goes on\n");
});

test("a kept conversion serves the same cell only, after the same cells", async () => {
  const unique = `answer${process.pid}_${Date.now()}`;
  const folder = scratchFolder();
  const path = join(folder, "changes.ipynb");
  const run = async (declaration: string) => {
    writeFileSync(path, notebookOf(`const ${unique} = ${declaration};`, `${unique}.length`));
    return (await printedBy(path)).at(-1);
  };
  expect(await run('"four"')).toBe("4\n");
  expect(await run('"four"')).toBe("4\n");
  expect(await run('"seven77"')).toBe("7\n");
  for (let time = 0; time < 2; time++) expect(await run("4")).toContain("Property 'length' does not exist");
  expect(await run("[1, 2]")).toBe("2\n");
});

test("a cell that imports a file sees the file as it is now", async () => {
  const folder = scratchFolder({
    "imports.ipynb": notebookOf(
      'import { value } from "./value";\nvalue',
      "const twice: number = 2 * value;\ntwice",
    ),
  });
  const run = (text: string) => {
    writeFileSync(join(folder, "value.ts"), text);
    return printedBy(join(folder, "imports.ipynb"));
  };
  expect(await run("export const value = 1;")).toEqual(["1\n", "2\n"]);
  expect(await run("export const value = 21;")).toEqual(["21\n", "42\n"]);
  const [word, error] = await run('export const value = "word";');
  expect(word).toBe("word\n");
  expect(error).toContain("arithmetic operation");
});
