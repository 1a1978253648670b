import { beforeAll, describe, expect, test } from "vitest";
import { type CourseCompiler, courseCompiler } from "../../../lab/kernel/compiler/course-compiler.js";
import { asksForParameters, withOtherNumbers } from "../../../lab/kernel/other-numbers.js";

const BEFORE = `declare function parameters<T extends object>(defaults: T, controls?: object): T;
declare function literal<const T>(value: T): T;
`;

const CELL = `const { title, count, share } = parameters({
  title: "Star//Wars (1977)", // of 1977
  count: 10,
  share: .25,
}, {
  count: { min: 1, max: 1e3, least: 1 },
});`;

describe("a cell whose numbers have changed", () => {
  let compiler: CourseCompiler;

  beforeAll(() => {
    compiler = courseCompiler();
  });

  const converted = (code: string) => ({ code, conversion: compiler.convert(BEFORE, code) });

  test.each([
    ["count: 10", "count: 11"],
    ["share: .25", "share: 0.5e-3"],
    ["count: 10", "count: 1"],
    ["max: 1e3", "max: 500"],
  ])("has what the compiler gives: %s → %s", (from, to) => {
    const code = CELL.replace(from, to);
    expect(code).not.toBe(CELL);
    expect(withOtherNumbers(code, converted(CELL))).toEqual(compiler.convert(BEFORE, code));
  });

  test.each([
    ["count: 10", "count: -10"],
    ["count: 10", "count: ten"],
    ["count: 10", 'count: "10"'],
    ["count: 10,", "count: 10, more: 1,"],
    ["});", "});\nconst more = 10;"],
    ["(1977)", "(1980)"],
    ["of 1977", "of 1978"],
    ["Star//Wars", "Star Wars"],
  ])("goes to the compiler where more has changed: %s → %s", (from, to) => {
    const code = CELL.replace(from, to);
    expect(code).not.toBe(CELL);
    expect(withOtherNumbers(code, converted(CELL))).toBeUndefined();
  });

  test("goes to the compiler where a type names a changed number", () => {
    const typed = "const { count } = parameters({ count: literal(10) });";
    expect(converted(typed).conversion.declarations).toContain("count: 10");
    expect(withOtherNumbers(typed.replace("10", "11"), converted(typed))).toBeUndefined();
  });

  test("goes to the compiler after a type error", () => {
    const wrong = "const { count } = parameters({ count: 10 }, 5);";
    expect(converted(wrong).conversion.diagnostics).toHaveLength(1);
    expect(withOtherNumbers(wrong.replace("10", "11"), converted(wrong))).toBeUndefined();
  });
});

test("only a cell that does nothing else asks for parameters", () => {
  expect(asksForParameters(CELL)).toBe(true);
  expect(asksForParameters("const { a } = parameters({ a: 1 }); const b = 2;")).toBe(false);
  expect(asksForParameters("const a = 1;")).toBe(false);
});
