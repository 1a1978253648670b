import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Execution, ExecutionOptions } from "../../scripts/lib/execution.mjs";
import { notebookFolder, root, scratchFolder } from "./scratch-course.js";

export const tiny = join(root, "test/fixtures/tiny.ipynb");

export type Execute = (name: string, options?: ExecutionOptions) => Promise<Execution>;

/** The text of a notebook with these code cells. */
export function notebookOf(...sources: string[]): string {
  const cells = sources.map((source) => {
    return { cell_type: "code", metadata: {}, execution_count: null, outputs: [], source };
  });
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 4 });
}

/**
 * What holds of each way to execute a notebook.
 *
 * @param rest the tags of all tests but the first: each notebook takes seconds
 */
export function executionTests(execute: Execute, rest: string[] = []): void {
  test("a notebook runs with its defaults, its solutions come out right, and its file stays as it is", async () => {
    const before = readFileSync(tiny, "utf8");
    const html = join(scratchFolder(), "tiny.html");
    const result = await execute(tiny, { withSolutions: true, html });
    expect(result).toEqual({
      name: "tiny",
      seconds: expect.any(Number),
      records: { product: 42 },
      checks: { "exercise 1": true },
      claims: {},
    });
    expect(readFileSync(tiny, "utf8")).toBe(before);

    const page = readFileSync(html, "utf8");
    const figure = /Plotly\.newPlot\("figure-1", (.*)\);<\/script>/.exec(page)?.[1];
    expect(figure).toContain('"name":"\\u003c/script>\\u003cscript>alert(1)');
    expect(page.match(/plotly\.js v\d/g)).toHaveLength(1);
    const loaded = [...page.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+)"/g)].map(([, url]) => url);
    expect(loaded).toEqual([expect.stringContaining("mathjax")]);
  });

  test("a parameter replaces a default, and a solution that is then wrong fails the notebook", {
    tags: rest,
  }, async () => {
    const result = await execute(tiny, { parameters: { factor: "3" }, withSolutions: true });
    expect(result).toMatchObject({
      records: { product: 63 },
      error: "the solution of exercise 1 does not come out right.",
    });
  });

  test("an exercise without a check fails the notebook where its solutions run", { tags: rest }, async () => {
    const text = readFileSync(tiny, "utf8").replace(
      /check\(\\"exercise 1\\", answer,/,
      "console.log(answer,",
    );
    const folder = notebookFolder({ "unchecked.ipynb": text });
    const { error } = await execute(join(folder, "unchecked"), { withSolutions: true });
    expect(error).toBe("exercise 1 has no cell with its check.");
  });

  test("the solutions of the file of exercises run after the cells, and a wrong one fails the notebook", {
    tags: rest,
  }, async () => {
    const texts = { hints: ["first", "second"], explanation: "That is it." };
    const exerciseOf = (answer: number) => {
      const solution = ['import { rmse } from "reelbook";', "const own = n + rmse([1], [1]);", "own"];
      return JSON.stringify({ "95.1": { kind: "number", answer, solution, ...texts } });
    };
    const cells = [
      { cell_type: "markdown", metadata: {}, source: "**Exercise 95.1.** How many?" },
      ...JSON.parse(
        notebookOf('import { check } from "reelbook";', "const n = 42, own = 0;", 'check("95.1", own);'),
      ).cells,
    ];
    const notebook = JSON.stringify({ ...JSON.parse(notebookOf()), cells });
    const run = (answer: number) => {
      const folder = notebookFolder({
        "95-own.ipynb": notebook,
        "exercises/95-own.json": exerciseOf(answer),
      });
      return execute(join(folder, "95-own"), { withSolutions: true });
    };
    const right = await run(42);
    expect(right.error).toBeUndefined();
    expect(right.checks).toEqual({ "95.1": true });
    expect((await run(43)).error).toBe("the solution of 95.1 does not come out right.");
  });

  test("a false claim fails a notebook with its own parameters, and is reported with others", {
    tags: rest,
  }, async () => {
    const text = notebookOf(
      'import { claim, parameters } from "reelbook";\nconst { least } = parameters({ least: 5 });',
      'claim("three is enough", 3 >= least); claim("five is odd", true);',
    );
    const folder = notebookFolder({ "claims.ipynb": text });
    const own = await execute(join(folder, "claims"));
    expect(own.claims).toEqual({ "three is enough": false, "five is odd": true });
    expect(own.error).toBe("with its own parameters it does not hold that three is enough.");
    const other = await execute(join(folder, "claims"), { parameters: { least: "4" } });
    expect([other.claims["three is enough"], other.error]).toEqual([false, undefined]);
  });

  test("an unknown parameter is an error that names the known ones", { tags: rest }, async () => {
    const { error } = await execute(tiny, { parameters: { facto: "3" } });
    expect(error).toMatch(/^code cell 2 \(const \{ factor, fails \} = .*\) failed:\n/);
    expect(error).toContain('there is no parameter "facto"');
  });

  test("a cell that fails is shown with its number, its first line and the kernel's message", {
    tags: rest,
  }, async () => {
    const { error, records } = await execute(tiny, { parameters: { fails: "true" } });
    expect(error).toMatch(/^code cell 5 \(if \(fails\) throw .*\) failed:\n/);
    expect(error).toMatch(/RangeError: factor 2 is too much$/);
    expect(records).toEqual({ product: 42 });
  });

  test("a dead kernel and a cell that takes too long each get one sentence", { tags: rest }, async () => {
    const folder = scratchFolder({
      "dies.ipynb": notebookOf("process.exit(3)"),
      "waits.ipynb": notebookOf("while (true) {}"),
    });
    const dies = await execute(join(folder, "dies"));
    expect(dies.error).toBe("the kernel died in code cell 1 (process.exit(3)).");
    const waits = await execute(join(folder, "waits"), { timeout: 1 });
    expect(waits.error).toBe("code cell 1 (while (true) {}) took longer than 1 s; --timeout gives it more.");
  });

  test("the course's notebooks are named where one is missing", { tags: rest }, async () => {
    await expect(execute("99-nowhere")).rejects.toThrow(/^There is no notebook "99-nowhere"; there are: /);
  });
}
