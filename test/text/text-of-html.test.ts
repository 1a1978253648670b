import { expect, test } from "vitest";
import { escapeHtml } from "../../src/text/escape-html.js";
import { textOfHtml } from "../../src/text/text-of-html.js";

test("takes tags out and references back", () => {
  expect(textOfHtml('Heat<br><span style="color: red">of  1995</span> ')).toBe("Heat of 1995");
  expect(textOfHtml(escapeHtml("<b>Se7en</b> & 🎬 $5"))).toBe("<b>Se7en</b> & 🎬 $5");
});
