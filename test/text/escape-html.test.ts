import { expect, test } from "vitest";
import { escapeHtml } from "../../src/text/escape-html.js";

test("escapeHtml writes every character that HTML or a formula could read by its number", () => {
  expect(escapeHtml(`<a href='x' title="y">&$`)).toBe(
    "&#60;a href=&#39;x&#39; title=&#34;y&#34;&#62;&#38;&#36;",
  );
});

test("escapeHtml leaves no template of plotly, which would be filled in, and other per cents as they are", () => {
  expect(escapeHtml("%{x} and %%{y}")).toBe("&#37;{x} and %&#37;{y}");
  expect(escapeHtml("100 % {x} %")).toBe("100 % {x} %");
});

test("escapeHtml leaves other text as it is", () => {
  expect(escapeHtml("Á köldum klaka (1995)")).toBe("Á köldum klaka (1995)");
});
