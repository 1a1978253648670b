import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeText, highlightedCode } from "../../../../scripts/site/notebook-pages/highlighted-code.mjs";

test("colours TypeScript", () => {
  const html = highlightedCode('type Id = number; // "id"\nconst a: Id = 1;');
  expect(html).toContain('<span class="tok-keyword">type</span>');
  expect(html).toContain('<span class="tok-comment">// "id"</span>\n');
  expect(html).toContain('<span class="tok-typeName">Id</span>');
});

test("loses and adds nothing, whatever the text", () => {
  const text = fc.string({ unit: fc.constantFrom(..."<>&\"'`$\\ \n{}()=;/*az1é🎬") });
  fc.assert(
    fc.property(text, (code) => {
      expect(highlightedCode(code).replaceAll(/<\/?span[^>]*>/g, "")).toBe(escapeText(code));
    }),
  );
});
