import { expect, test } from "vitest";
import { checkCount, checkTimeout } from "../../src/settings/checks.js";

test("a count is a whole number of at least 1", () => {
  expect(checkCount("keep", 3)).toBe(3);
  for (const wrong of [0, 1.5, Number.NaN, "3" as unknown as number]) {
    expect(() => checkCount("keep", wrong)).toThrow(`keep: ${wrong} is not a whole number of at least 1`);
  }
});

test("a timeout is a number of milliseconds", () => {
  expect(checkTimeout(0.5)).toBe(0.5);
  for (const wrong of [0, -1, Number.NaN, Infinity, "5s" as unknown as number]) {
    expect(() => checkTimeout(wrong)).toThrow(`timeout: ${wrong} is not a number above 0; give milliseconds`);
  }
});
