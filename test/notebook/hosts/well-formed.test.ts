import { expect, test } from "vitest";
import { wellFormed } from "../../../src/notebook/hosts/well-formed.js";

test("texts at any depth become well-formed, other values stay", () => {
  const numbers = Float64Array.of(1, 2);
  const given = {
    "key \ud83d": [{ text: ["\ud83d", "😀"], x: [1, null, true] }],
    y: numbers,
    none: undefined,
  };
  expect(wellFormed(given)).toEqual({
    "key \ufffd": [{ text: ["\ufffd", "😀"], x: [1, null, true] }],
    y: numbers,
    none: undefined,
  });
  expect(wellFormed(given).y).toBe(numbers);
});
