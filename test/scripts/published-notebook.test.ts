import { homedir } from "node:os";
import { expect, test } from "vitest";
import type { Cell, Notebook } from "../../scripts/lib/notebook.mjs";
import {
  codeHash,
  figuresWithoutPicture,
  notebookText,
  problemsOf,
  withOutputs,
  withPictures,
} from "../../scripts/lib/published-notebook.mjs";

const plotly = "application/vnd.plotly.v1+json";
const figure = (y: number[]) => ({
  output_type: "display_data",
  metadata: {},
  data: { [plotly]: { data: [{ y }] } },
});
const html = (text: string) => ({ output_type: "display_data", metadata: {}, data: { "text/html": [text] } });

const code = (source: string, outputs: Cell["outputs"] = []): Cell => ({
  cell_type: "code",
  source,
  metadata: { tags: ["parameters"], execution: { "iopub.status.busy": "2026-11-21" }, scrolled: true },
  execution_count: 7,
  outputs,
});
const prose = { cell_type: "markdown", metadata: {}, source: "# Two\nlines" };
const notebook = (...cells: Cell[]): Notebook => ({
  cells: [prose, ...cells],
  metadata: { kernelspec: { name: "tslab" }, language_info: { name: "typescript", version: "3.7.2" } },
});
const machine = { node: "20", platform: "linux-x64", data: "ml-latest-small" };
const published = (...cells: Cell[]) => withOutputs(notebook(...cells), notebook(...cells), machine);

test("a published notebook has outputs, counts from 1 and a hash, and nothing of the one run", () => {
  const before = notebook(code("a()"), { ...code(""), execution_count: null }, code("b()"));
  const ran = notebook(
    code("a()", [html("A")]),
    { ...code(""), execution_count: null },
    code("b()", [html("B")]),
  );
  const { cells, metadata } = withOutputs(before, ran, machine);
  expect(cells[0]).toMatchObject({ source: ["# Two\n", "lines"] });
  expect(cells[1]).toEqual({
    cell_type: "code",
    source: ["a()"],
    metadata: { tags: ["parameters"] },
    execution_count: 1,
    outputs: [html("A")],
  });
  expect(cells.map((cell) => cell.execution_count)).toEqual([undefined, 1, null, 2]);
  expect(metadata).toEqual({
    kernelspec: { name: "tslab" },
    language_info: { name: "typescript" },
    reelbook: { codeHash: codeHash(before), node: "20", platform: "linux-x64" },
  });
});

test("the hash is of the code, however it is kept, and of its order", () => {
  const hash = codeHash(notebook(code("a()\nb()"), code("c()")));
  expect(codeHash({ cells: [{ ...code(""), source: ["a()\n", "b()"] }, prose, code("c()")] })).toBe(hash);
  expect(codeHash(notebook(code("c()"), code("a()\nb()")))).not.toBe(hash);
  expect(codeHash(notebook(code("a()\n"), code("b()c()")))).not.toBe(hash);
});

test("a figure that is as published keeps its picture; another waits for a new one", () => {
  const drawn = withPictures(published(code("a()", [figure([1]), figure([2])])), new Map());
  const pictures = new Map(
    figuresWithoutPicture(drawn).map((output, place) => {
      return [output, { png: Buffer.from([place]), width: 700, height: 420 }];
    }),
  );
  const before = withPictures(drawn, pictures);
  const after = withOutputs(before, notebook(code("a()", [figure([1]), figure([3])])), machine);
  expect(figuresWithoutPicture(after)).toEqual([figure([3])]);
  expect(after.cells[1]?.outputs?.[0]).toEqual(before.cells[1]?.outputs?.[0]);
  expect(before.cells[1]?.outputs?.[0]).toMatchObject({
    data: { "image/png": "AA==" },
    metadata: { "image/png": { width: 700, height: 420 } },
  });
});

test.each(["12 s", "1 min 05 s", "2 h 03 min"])(
  "a progress bar that took %s is as one that took 1.2 s",
  (time) => {
    const last = (text: string) => [html(`<div>✓ Fitting: 9 of 9 in ${text}</div>`)];
    const before = published(code("a()", last("1.2 s")));
    expect(withOutputs(before, notebook(code("a()", last(time))), machine)).toEqual(before);
  },
);

test("a column of seconds may change, and no other column", () => {
  const table = (seconds: string, score: string) => {
    const head = '<tr><th align="left">model</th><th>seconds</th><th>score</th></tr>';
    return [html(`<table>${head}<tr><td>A</td><td>${seconds}</td><td>${score}</td></tr></table>`)];
  };
  const before = published(code("a()", table("1.2", "0.5")));
  expect(withOutputs(before, notebook(code("a()", table("3.4", "0.5"))), machine)).toEqual(before);
  const other = withOutputs(before, notebook(code("a()", table("3.4", "0.6"))), machine);
  expect(other.cells[1]?.outputs).toEqual(table("3.4", "0.6"));
});

test("a notebook that takes the data there are says which it took", () => {
  const auto = (data: string) => {
    const cells = [code('load("auto")')];
    return withOutputs(notebook(...cells), notebook(...cells), { ...machine, data });
  };
  expect(auto("ml-100k").metadata?.reelbook).toMatchObject({ data: "ml-100k" });
  expect(problemsOf(auto(""))).toEqual(["it does not say on which data it was run"]);
});

test("any other text that changes is published again", () => {
  for (const [old, now] of [
    ["<td>1.2 s</td>", "<td>1.3 s</td>"],
    ["<p>Look in 1.2 s again</p>", "<p>Look in 1.3 s again</p>"],
    ["<div>9 of 9 in 1.2 s</div>", "<div>8 of 9 in 1.2 s</div>"],
  ]) {
    const after = withOutputs(
      published(code("a()", [html(old!)])),
      notebook(code("a()", [html(now!)])),
      machine,
    );
    expect(after.cells[1]?.outputs).toEqual([html(now!)]);
  }
});

test("a notebook as it was published has no problems; its prose may change", () => {
  const whole = published(code("a()", [html("A")]));
  expect(problemsOf(whole)).toEqual([]);
  expect(
    problemsOf({ ...whole, cells: [{ ...prose, source: "Other words" }, ...whole.cells.slice(1)] }),
  ).toEqual([]);
});

test("each problem is said in plain words", () => {
  expect(problemsOf(notebook(code("a()")))).toEqual(["it was never published"]);

  const whole = published(code("a()"));
  const { codeHash: hash } = whole.metadata!.reelbook;
  expect(problemsOf({ ...whole, metadata: { reelbook: { codeHash: hash, node: "20" } } })).toEqual([
    "it does not say on which platform it was run",
  ]);
  expect(problemsOf({ ...whole, cells: [code("b()")] })).toEqual([
    "its code cells have changed since it was run for publishing",
  ]);
  expect(problemsOf(published({ ...code("a()\nb()"), execution_count: null }))).toEqual([
    "code cell 1 (a()) was never run",
  ]);
  expect(problemsOf(published(code("a()"), code("plot(x)", [figure([1])])))).toEqual([
    "code cell 2 (plot(x)) has a figure without its picture",
  ]);
  expect(problemsOf(published(code("a()", [html(`${homedir()}/data`)])))).toEqual([
    `code cell 1 (a()) shows a path of this machine, ${homedir()}; let it show a name`,
  ]);
  expect(problemsOf(published(code("a()", [html(`${homedir()}less data`)])))).toEqual([]);
});

test("a notebook of more than 1 MB is refused with its largest outputs", () => {
  const sizes = { "a()": 300_000, "b()": 500_000, "c()": 10, "d()": 400_000 };
  const cells = Object.entries(sizes).map(([source, size]) => code(source, [html("x".repeat(size))]));
  expect(problemsOf(published(...cells.slice(0, 3)))).toEqual([]);
  expect(problemsOf(published(...cells)).join()).toMatch(
    /^it takes 1202 kB, more than 1000 kB; .* code cell 2 \(b\(\)\) 501 kB, code cell 4 \(d\(\)\) 401 kB, code cell 1 \(a\(\)\) 301 kB$/,
  );
});

test("the file is as nbformat writes it", () => {
  expect(notebookText({ nbformat: 4, cells: [], metadata: { b: ["ü\n"], a: {} } })).toBe(
    '{\n "cells": [],\n "metadata": {\n  "a": {},\n  "b": [\n   "ü\\n"\n  ]\n },\n "nbformat": 4\n}\n',
  );
});
