import { expect, test } from "vitest";
import { hiddenAnswer, shownAnswer } from "../../../src/notebook/exercises/hidden-answer.js";

test.each([138, "Amélie (2001)", ["Heat", 1.5], [{ given: [[1, null]], gives: {} }], "漢字 🎬"])(
  "%o comes out of its hidden text as it went in, and cannot be read there",
  (answer) => {
    const hidden = hiddenAnswer(answer);
    expect(hidden).not.toContain(JSON.stringify(answer));
    expect(shownAnswer(hidden)).toEqual(answer);
  },
);

test("it is what Node's base64 gives, which the script uses", () => {
  expect(hiddenAnswer("Amélie")).toBe(Buffer.from('"Amélie"').toString("base64"));
});

test("any other text is an error", () => {
  expect(() => shownAnswer("138")).toThrow();
  expect(() => shownAnswer("*")).toThrow();
});
