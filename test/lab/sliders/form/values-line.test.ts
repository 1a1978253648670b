import fc from "fast-check";
import { expect, test } from "vitest";
import { literalText } from "../../../../lab/sliders/form/literal-text.js";
import type { Value } from "../../../../lab/sliders/form/value.js";
import { readValues, valuesLine } from "../../../../lab/sliders/form/values-line.js";
import { literalsOf } from "../../../../lab/sliders/source/literals-of.js";

test("a line, and a link with it, restore the values", () => {
  const values = new Map<string, Value>([
    ["count", 10],
    ["movie", 'A "quote" & <b> (1999)'],
    ["names", ["a", "b"]],
  ]);
  const line = valuesLine(values);
  expect(line).not.toContain("\n");
  expect(readValues(` ${line}\n`)).toEqual(values);
  const link = new URL("https://example.org/lab/index.html?path=a.ipynb");
  link.searchParams.set("values", line);
  expect(readValues(link.href)).toEqual(values);
  expect(readValues(valuesLine(new Map<string, Value>([["k", Number.POSITIVE_INFINITY]])))).toEqual(
    new Map([["k", "Infinity"]]),
  );
});

test.each(["", "count: 10", "[1]", "null", "https://example.org/?values=x"])("%j is refused", (text) => {
  expect(() => readValues(text)).toThrow("no line of values");
});

test("a link without values is refused", () => {
  expect(() => readValues("https://example.org/lab")).toThrow("no values");
});

test("a value written into the code is read as the same value", () => {
  const value = fc.oneof(fc.double({ noNaN: true }), fc.boolean(), fc.string(), fc.array(fc.string()));
  fc.assert(
    fc.property(value, (value) => {
      const literal = literalsOf(`parameters({\n  a: ${literalText(value)},\n})`).get("a");
      expect(literal).toMatchObject({ value: value === 0 ? 0 : value });
    }),
  );
});

test("a long list gets a line for each text", () => {
  const texts = ["one", "two"].map((text) => text.repeat(20));
  expect(literalText(texts)).toBe(`[\n    "${texts[0]}",\n    "${texts[1]}",\n  ]`);
});
