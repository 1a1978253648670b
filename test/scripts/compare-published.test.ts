import { expect, test } from "vitest";
import { comparePublished } from "../../scripts/lib/compare-published.mjs";
import { notebookPath } from "../../scripts/lib/course-notebooks.mjs";
import { type Notebook, readNotebook, textOf } from "../../scripts/lib/notebook.mjs";

const machine = { node: "20", platform: "linux-x64", data: "ml-100k" };

/** A published notebook of the course, as a machine of these properties would have published it. */
function published(name: string, on: Partial<typeof machine> = {}): Notebook {
  const notebook = readNotebook(notebookPath(name));
  return { ...notebook, metadata: { ...notebook.metadata, reelbook: { ...machine, ...on } } };
}

/** The notebook with a text of its outputs replaced. */
function forged(notebook: Notebook, text: string, by: string): Notebook {
  const cells = notebook.cells.map((cell) => {
    const outputs = cell.outputs && JSON.parse(JSON.stringify(cell.outputs).replaceAll(text, by));
    return { ...cell, outputs };
  });
  expect(cells).not.toEqual(notebook.cells);
  return { ...notebook, cells };
}

/** The notebook with "auto" as its data set. */
function onLargestDataSet(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell) => {
    return { ...cell, source: textOf(cell.source).replace('dataset: "ml-latest-small"', 'dataset: "auto"') };
  });
  expect(cells).not.toEqual(notebook.cells);
  return { ...notebook, cells };
}

test.each([
  ["10-hybrid", "0.8054", "0.6054"],
  ["02-popularity", "4.429", "9.999"],
])("in %s a forged %s is found, with notebook, cell and both values", (name, honest, lie) => {
  const run = published(name);
  const { failures, notes } = comparePublished(name, forged(run, honest, lie), run, machine);
  expect(notes).toEqual([]);
  expect(failures.length).toBeGreaterThan(0);
  for (const failure of failures) expect(failure).toMatch(/^[\w-]+, code cell \d+ \(.+\), output \d+, /);
  expect(failures[0]).toMatch(new RegExp(`^${name}.* published .*${lie}.*; this run .*${honest}`));
  expect(comparePublished(name, run, run, machine)).toEqual({ failures: [], notes: [] });
});

test.each([{ node: "22" }, { platform: "darwin-arm64" }])(
  "on another machine, %o, differences are a list and no failure",
  (other) => {
    const run = published("02-popularity");
    const lie = forged(run, "4.429", "4.428");
    const { failures, notes } = comparePublished("02", lie, run, { ...machine, ...other });
    expect(failures).toEqual([]);
    expect(notes[0]).toBe("02 was published with Node 20 on linux-x64; what differs here:");
    expect(notes.length).toBeGreaterThan(1);
    expect(comparePublished("02", run, run, { ...machine, ...other }).notes).toEqual([]);
  },
);

test("without the data set of the published outputs, the cells before it is loaded are compared", () => {
  const name = "04-similar-movies";
  const run = onLargestDataSet(published(name));
  const other = forged(run, "Empire Strikes Back", "Empire Writes Back");
  const here = { ...machine, data: "ml-latest-small" };
  expect(comparePublished(name, run, other, machine).failures.length).toBeGreaterThan(5);
  expect(comparePublished(name, run, other, here)).toEqual({
    failures: [],
    notes: [`${name}: only the first 3 code cells are compared; it was published with ml-100k`],
  });
  const cells = run.cells.map((cell) => ({ ...cell, outputs: cell.outputs && [{ data: { a: "b" } }] }));
  expect(comparePublished(name, run, { ...run, cells }, here).failures).toHaveLength(3);
});

test("folded parts are not compared where the run lacks their data set, and a note says so", () => {
  const folded = (mark: string, text: string) => ({
    output_type: "display_data",
    data: { "text/html": [`<details data-${mark}="ml-100k"><summary>Its numbers</summary>\n`, text] },
  });
  const run = published("02-popularity");
  const withOutput = (output: object): Notebook => {
    const cell = { cell_type: "code", source: "folded()", outputs: [output] };
    return { ...run, cells: [...run.cells, cell] };
  };
  const [numbers, none] = [folded("needs", "0.748353"), folded("missing", "npm run data")];
  const compared = (before: object, now: object) =>
    comparePublished("02", withOutput(before), withOutput(now), machine);
  expect(compared(numbers, none)).toEqual({
    failures: [],
    notes: ["02: folded outputs that need ml-100k are not compared (1): npm run data -- ml-100k"],
  });
  expect(compared(numbers, numbers)).toEqual({ failures: [], notes: [] });
  expect(compared(numbers, folded("needs", "0.748354")).failures).toHaveLength(1);
  expect(compared(none, numbers).failures).toHaveLength(1);
});
