import { expect, test } from "vitest";
import { tableToHtml } from "../../../src/notebook/tables/table-to-html.js";

const columns = [
  { name: "<i>", align: "left", cells: ["a & b", "c"] },
  { name: "n", align: "right", cells: ["1", "20"] },
] as const;

test("tableToHtml writes header and rows with their alignment, all text escaped", () => {
  expect(tableToHtml({ columns, shape: "" })).toBe(
    [
      '<div class="mathjax_ignore tex2jax_ignore">',
      '<table><thead><tr><th align="left" style="text-align: left">&#60;i&#62;</th>' +
        '<th align="right" style="text-align: right">n</th></tr></thead>',
      '<tbody><tr><td align="left" style="text-align: left">a &#38; b</td>' +
        '<td align="right" style="text-align: right">1</td></tr>',
      '<tr><td align="left" style="text-align: left">c</td>' +
        '<td align="right" style="text-align: right">20</td></tr></tbody></table>',
      "</div>",
    ].join("\n"),
  );
});

test("tableToHtml puts the title before the table and the shape after it", () => {
  const html = tableToHtml({ columns, shape: "900 rows" }, "<Best>");
  expect(html).toMatch(
    /<p><b>&#60;Best&#62;<\/b><\/p>\n<table>[\s\S]*<\/table>\n<p><small>900 rows<\/small>/,
  );
  expect(tableToHtml({ columns: [], shape: "0 rows" })).toContain("<tbody></tbody>");
});
