import { expect, test } from "vitest";
import { PLOTLY } from "../../../../scripts/lib/notebook.mjs";
import { outputsHtml } from "../../../../scripts/site/notebook-pages/outputs.mjs";

const html = (outputs: Record<string, any>[], source = "") =>
  outputsHtml({ cell_type: "code", source, outputs }, ({ figure, png }) => `[${figure.layout.width} ${png}]`);
const display = (data: object) => ({ output_type: "display_data", data });

test("tables as they were published, figures drawn, text escaped", () => {
  const figure = { data: [], layout: { width: 700 } };
  expect(html([display({ "text/html": ["<table>", "</table>"], "text/plain": "x" })])).toBe(
    '<div class="output"><table></table></div>\n',
  );
  expect(html([display({ [PLOTLY]: figure, "image/png": "iVBO" })])).toBe("[700 iVBO]");
  expect(html([{ output_type: "stream", name: "stdout", text: ["a < b\n", "c\n"] }])).toBe(
    '<pre class="output">a &lt; b\nc</pre>\n',
  );
  expect(html([display({ "text/plain": "1 & 2" })])).toBe('<pre class="output">1 &amp; 2</pre>\n');
});

test("the text of a reference implementation has colours", () => {
  const output = { output_type: "stream", name: "stdout", text: "const a = 1;\n" };
  expect(html([output], "console.log(source(similarity))")).toContain(
    '<span class="tok-keyword">const</span>',
  );
  expect(html([output])).not.toContain("tok-");
});

test("the form of parameters shows what the code above says; other kinds are an error", () => {
  expect(html([display({ "application/vnd.reelbook.parameters+json": {} })])).toBe("");
  expect(() => html([display({ "image/svg+xml": "<svg/>" })])).toThrow("display_data image/svg+xml");
});
