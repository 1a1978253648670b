import fc from "fast-check";
import { expect, test } from "vitest";
import { literalsOf } from "../../../../lab/sliders/source/literals-of.js";

const first = (source: string) => literalsOf(source).values().next().value;

test.each([
  ["50", 50],
  ["-2.5", -2.5],
  ["- 3", -3],
  ["1_000", 1000],
  ["1e3", 1000],
  ["0x10", 16],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["true", true],
  ['"Alien (1979)"', "Alien (1979)"],
  ["'it\\'s \\u00e9\\n'", "it's é\n"],
  ["[\"a\", 'b',]", ["a", "b"]],
  ["[]", []],
])("reads %s", (text, value) => {
  const source = `const { a, b } = parameters({\n  a: ${text}, // why\n  b: 1,\n});`;
  const from = source.indexOf(text);
  expect(first(source)).toEqual({ value, from, to: from + text.length });
});

test.each([
  ['"pearson" as SimilarityName', '"pearson"'],
  ["(7) satisfies number", "7"],
  ["-1 as const as number", "-1"],
])("of %s takes the literal before the cast", (text, literal) => {
  const source = `parameters({ a: ${text} })`;
  const from = source.indexOf(literal);
  expect(first(source)).toMatchObject({ from, to: from + literal.length });
});

test.each([
  ["`text`", "template string"],
  ["`a $" + "{x}`", "template string"],
  ['"a" + "b"', "computed"],
  ["1 + 1", "computed"],
  ["5 * 2 as number", "computed"],
  ["Math.max(1, 2)", "computed"],
  ["-x", "computed"],
  ["limit", "the variable limit"],
  ["1n", "BigInt"],
  ["[1, 2]", "more than texts"],
  ["[...others]", "more than texts"],
  ["{ b: 1 }", "computed"],
  ['"\\x41"', "escape"],
])("of %s says why it has no literal", (text, reason) => {
  expect(first(`parameters({ a: ${text} })`)).toEqual({ reason: expect.stringContaining(reason) });
});

test("of a shorthand says that its value is elsewhere", () => {
  expect(first("parameters({ a })")).toEqual({ reason: expect.stringContaining("name: value") });
});

test("reads the first argument of the call only, past comments and other texts", () => {
  const source = `// parameters({ a: 1 })
const text = "parameters({ a: 2 })";
const { a } = parameters<{ a: number }>(/* defaults */ { "a": 3, nested: { b: 4 } }, { a: { min: 5 }, c: { max: 6 } });`;
  expect([...literalsOf(source).keys()]).toEqual(["a", "nested"]);
  expect(literalsOf(source).get("a")).toMatchObject({ value: 3 });
  expect(literalsOf("parameters(defaults, { a: 1 })").size).toBe(0);
  expect(literalsOf("const a = 1;").size).toBe(0);
});

test("reads a call that is still being written", () => {
  expect(literalsOf("const { a } = parameters({ a: 1, b: ").get("a")).toMatchObject({ value: 1 });
});

test("reads what was written as JSON, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.string(), fc.array(fc.string()), fc.boolean()),
      (value) => {
        const literal = first(`parameters({ a: ${JSON.stringify(value)} })`);
        expect(literal).toMatchObject({ value });
      },
    ),
  );
});
