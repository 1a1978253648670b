import { expect, test } from "vitest";
import { foldedPart, lostData, storedParts } from "../../scripts/lib/folded-parts.mjs";
import type { Notebook } from "../../scripts/lib/notebook.mjs";

const html = (text: string | string[]) => ({ data: { "text/html": text } });
const numbers = html(['<details data-needs="ml-100k" class="x">', "944"]);
const none = html('<details data-missing="ml-100k" class="x">');
const notebook = (...outputs: object[]): Notebook => ({
  cells: [{ cell_type: "code", source: "a()", outputs }],
});

test("a folded output says its data set, and whether it was there", () => {
  expect(foldedPart(numbers)).toEqual({ data: "ml-100k", isMissing: false });
  expect(foldedPart(none)).toEqual({ data: "ml-100k", isMissing: true });
  for (const other of [html("<details><summary>Solution"), { data: {} }, undefined]) {
    expect(foldedPart(other)).toBeUndefined();
  }
});

test("numbers are lost where they were published and the run lacks their data set", () => {
  expect(lostData(notebook(numbers), notebook(none, none))).toEqual(["ml-100k"]);
  expect(lostData(notebook(numbers), notebook(numbers))).toEqual([]);
  expect(lostData(notebook(none), notebook(none))).toEqual([]);
  expect(lostData(notebook(html("text")), notebook(none))).toEqual([]);
});

test("parts of engines are stored by their titles, those of data sets are not", () => {
  const part = (needs: string, content: string) =>
    html([`<details data-needs="${needs}" open><summary>On ${needs}</summary>\n`, content, "\n</details>"]);
  const spark = part("spark", "<table>\n<tr><td>0.8324</td></tr></table>\n<p>1 s</p>");
  const missing = html('<details data-missing="duckdb"><summary>In DuckDB</summary>\n<p>no</p>\n</details>');
  const stored = { "On spark": "<table>\n<tr><td>0.8324</td></tr></table>\n<p>1 s</p>" };
  expect(storedParts([notebook(part("ml-100k", "944")), notebook(spark, missing)])).toEqual(stored);
});
