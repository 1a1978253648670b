import { expect, test } from "vitest";
import { line } from "../../../src/notebook/tables/line.js";

test("line keeps the text as it is, and escapes it in HTML where no formula may start", () => {
  const { html, text } = line('<b>"5 $" & more</b>');
  expect(text).toBe('<b>"5 $" & more</b>');
  expect(html).toBe('<div class="mathjax_ignore">&#60;b&#62;&#34;5 &#36;&#34; &#38; more&#60;/b&#62;</div>');
});
