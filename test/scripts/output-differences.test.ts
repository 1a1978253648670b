import { expect, test } from "vitest";
import type { Cell } from "../../scripts/lib/notebook.mjs";
import { outputDifferences } from "../../scripts/lib/output-differences.mjs";

type Outputs = Cell["outputs"];

const PLOTLY = "application/vnd.plotly.v1+json";
const html = (text: string | string[]) => ({ output_type: "display_data", data: { "text/html": text } });
const figure = (y: unknown[], name = "errors") => ({
  output_type: "display_data",
  data: { [PLOTLY]: { data: [{ y, name }], layout: {} }, "image/png": "…" },
});
const notebook = (...outputs: Outputs[]) => ({
  cells: outputs.flatMap((each, index) => [
    { cell_type: "markdown", source: "prose" },
    { cell_type: "code", source: `cell${index + 1}();\nmore();`, outputs: each },
  ]),
});
const differences = (published: Outputs, run: Outputs) =>
  outputDifferences(notebook(published), notebook(run));

test("equal outputs have none: however lines are kept, whatever a clock or a painter did", () => {
  const same: [Outputs, Outputs][] = [
    [[html(["<p>a\n", "b</p>"])], [html("<p>a\nb</p>")]],
    [[html("<div>9 of 9 in 1.2 s</div>")], [html("<div>9 of 9 in 1 min 05 s</div>")]],
    [[figure([1, null])], [{ ...figure([1, null]), data: { ...figure([1, null]).data, "image/png": "!" } }]],
    [
      [{ output_type: "stream", name: "stdout", text: ["1\n", "2\n"] }],
      [{ output_type: "stream", name: "stdout", text: "1\n2\n" }],
    ],
  ];
  for (const [published, run] of same) expect(differences(published, run)).toEqual([]);
});

test("numbers may be apart by the billionth part, in texts and in figures", () => {
  expect(differences([html("<td>0.80541234567</td>")], [html("<td>0.80541234568</td>")])).toEqual([]);
  expect(differences([figure([1e-9, 3e15])], [figure([1.0000000001e-9, 3e15 + 1])])).toEqual([]);
  expect(differences([html("1.0000000")], [html("1.0000001")])).toHaveLength(1);
  expect(differences([figure([1])], [figure([1 + 2e-9])])).toHaveLength(1);
  expect(differences([figure([0])], [figure([1e-300])])).toHaveLength(1);
  expect(differences([html("-1")], [html("1")])).toHaveLength(1);
});

test("a difference names the cell, the output, the place inside, and both values", () => {
  expect(
    outputDifferences(
      notebook([html("as it was")], [html("<td>0.5</td>"), html("<td>RMSE</td><td>0.6054</td>")]),
      notebook([html("as it was")], [html("<td>0.5</td>"), html("<td>RMSE</td><td>0.8054</td>")]),
    ),
  ).toEqual([
    {
      place: "code cell 2 (cell2();), output 2, text/html",
      published: "<td>RMSE</td><td>0.6054</td>",
      run: "<td>RMSE</td><td>0.8054</td>",
    },
  ]);
  expect(differences([figure([1, 2])], [figure([1, 3])])).toEqual([
    { place: `code cell 1 (cell1();), output 1, ${PLOTLY}, data, 0, y, 1`, published: "2", run: "3" },
  ]);
});

test.each([
  ["an output more", [html("a")], [html("a"), html("b")]],
  ["an output less", [html("a"), html("b")], [html("a")]],
  ["another kind of output", [html("a")], [{ output_type: "stream", name: "stdout", text: "a" }]],
  ["another stream", [{ name: "stdout", text: "a" }], [{ name: "stderr", text: "a" }]],
  ["a longer text", [html("1 and 2")], [html("1 and 2 and 3")]],
  ["a shorter text", [html("1 and 2 and 3")], [html("1 and 2")]],
  ["another word", [html("1 hit")], [html("1 miss")]],
  ["a number in place of a word", [html("none")], [html("0")]],
  ["another digit of a title", [html("Alien 3 (1992)")], [html("Alien 4 (1992)")]],
  ["a missing point", [figure([1, 2])], [figure([1])]],
  ["a point that is not known", [figure([1, null])], [figure([1, 0])]],
  ["another label", [figure([1], "a")], [figure([1], "b")]],
])("%s is a difference", (_, published: Outputs, run: Outputs) => {
  expect(differences(published, run)).toHaveLength(1);
});

test("cells after the last compared one may differ", () => {
  const [published, run] = [notebook([html("1")], [html("2")]), notebook([html("1")], [html("3")])];
  expect(outputDifferences(published, run, { cells: 1 })).toEqual([]);
  expect(outputDifferences(published, run, { cells: 2 })).toHaveLength(1);
});
