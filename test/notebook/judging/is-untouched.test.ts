import { expect, test } from "vitest";
import { isUntouched } from "../../../src/notebook/judging/is-untouched.js";

test.each([undefined, null, Number.NaN, "", "?", []])("%o is untouched", (answer) => {
  expect(isUntouched(answer)).toBe(true);
});

test.each([0, false, "x", [Number.NaN], {}])("%o is an answer", (answer) => {
  expect(isUntouched(answer)).toBe(false);
});
