import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { executeNotebook } from "../../scripts/lib/execute-notebook.mjs";
import { root, runNode, scratchFolder } from "./scratch-course.js";

const tiny = join(root, "test/fixtures/tiny.ipynb");

test("a notebook runs with its defaults, its solutions come out right, and its file stays as it is", async () => {
  const before = readFileSync(tiny, "utf8");
  const html = join(scratchFolder(), "tiny.html");
  const result = await executeNotebook(tiny, { withSolutions: true, html });
  expect(result).toEqual({
    name: "tiny",
    seconds: expect.any(Number),
    records: { product: 42 },
    checks: { "exercise 1": true },
  });
  expect(readFileSync(tiny, "utf8")).toBe(before);

  const page = readFileSync(html, "utf8");
  const figure = /Plotly\.newPlot\("figure-1", (.*)\);<\/script>/.exec(page)?.[1];
  expect(figure).toContain('"name":"\\u003c/script>\\u003cscript>alert(1)');
  expect(page.match(/plotly\.js v\d/g)).toHaveLength(1);
  const loaded = [...page.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+)"/g)].map(([, url]) => url);
  expect(loaded).toEqual([expect.stringContaining("mathjax")]);
});

test("a parameter replaces a default, and a solution that is then wrong fails the notebook", async () => {
  const result = await executeNotebook(tiny, { parameters: { factor: "3" }, withSolutions: true });
  expect(result).toMatchObject({
    records: { product: 63 },
    error: "the solution of exercise 1 does not come out right.",
  });
});

test("an unknown parameter is an error that names the known ones", async () => {
  const { error } = await executeNotebook(tiny, { parameters: { facto: "3" } });
  expect(error).toMatch(/^code cell 2 \(const \{ factor, fails \} = .*\) failed:\n/);
  expect(error).toContain('there is no parameter "facto"');
});

test("a cell that fails is shown with its number, its first line and the kernel's message", async () => {
  const { error, records } = await executeNotebook(tiny, { parameters: { fails: "true" } });
  expect(error).toMatch(/^code cell 5 \(if \(fails\) throw .*\) failed:\n/);
  expect(error).toMatch(/RangeError: factor 2 is too much$/);
  expect(records).toEqual({ product: 42 });
});

test("a dead kernel and a cell that takes too long each get one sentence", async () => {
  const cell = (source: string) => ({
    cell_type: "code",
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  });
  const notebook = (source: string) =>
    JSON.stringify({ cells: [cell(source)], metadata: {}, nbformat: 4, nbformat_minor: 4 });
  const folder = scratchFolder({
    "dies.ipynb": notebook("process.exit(3)"),
    "waits.ipynb": notebook("while (true) {}"),
  });
  const dies = await executeNotebook(join(folder, "dies"));
  expect(dies.error).toBe("the kernel died in code cell 1 (process.exit(3)).");
  const waits = await executeNotebook(join(folder, "waits"), { timeout: 1 });
  expect(waits.error).toBe("code cell 1 (while (true) {}) took longer than 1 s; --timeout gives it more.");
});

test("the course's notebooks are named where one is missing", async () => {
  await expect(executeNotebook("99-nowhere")).rejects.toThrow(
    /^There is no notebook "99-nowhere"; there are: /,
  );
});

test.each([
  [["tiny", "--set", "factor"], "--set factor is not of the form NAME=VALUE, as --set minRatings=50."],
  [
    ["tiny", "--timeout", "soon"],
    "--timeout soon is not a whole number of seconds; give for example --timeout 600.",
  ],
  [["one", "two", "--records", "out.json"], "out.json can hold one notebook, not 2; name just one."],
])("npm run notebook -- %j is refused", (args, sentence) => {
  expect(runNode(root, ["scripts/run-notebooks.mjs", ...args])).toEqual({
    code: 1,
    printed: `${sentence}\n`,
  });
});
