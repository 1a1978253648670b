import { expect, test } from "vitest";
import { problemOf } from "../../../../lab/sliders/form/problem-of.js";

const number = { kind: "number", min: 0, max: 10, step: 1, least: -5, most: 100 } as const;
const names = { kind: "names", options: ["a", "b"] } as const;

test.each([
  [number, 50, undefined],
  [number, -6, "n is -6; it takes at least -5."],
  [number, 101, "n is 101; it takes at most 100."],
  [number, Number.NaN, 'n is "NaN"; it takes a number.'],
  [number, "7", 'n is "7"; it takes a number.'],
  [{ ...number, most: undefined }, Number.POSITIVE_INFINITY, "n is Infinity; it takes a finite number."],
  [{ ...number, orInfinity: true as const }, Number.POSITIVE_INFINITY, undefined],
  [{ kind: "boolean" } as const, true, undefined],
  [{ kind: "boolean" } as const, 1, 'n is "1"; it takes true or false.'],
  [{ kind: "select", options: ["a", 2] } as const, 2, undefined],
  [{ kind: "select", options: ["a", 2] } as const, "2", 'n is "2"; it takes one of a, 2.'],
  [names, ["b"], undefined],
  [names, ["b", "c"], 'n has ["c"]; it takes a list of a, b.'],
  [names, "a", 'n has ["a"]; it takes a list of a, b.'],
  [{ kind: "title" } as const, "x", undefined],
  [{ kind: "text" } as const, 5, 'n is "5"; it takes a text.'],
  [{ kind: "none" } as const, {}, "n is changed in the code."],
])("%j and %j", (control, value, problem) => {
  expect(problemOf("n", control, value)).toBe(problem);
});
