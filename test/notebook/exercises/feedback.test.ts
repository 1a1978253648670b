import { expect, test } from "vitest";
import { feedback } from "../../../src/notebook/exercises/feedback.js";
import { exerciseOf } from "./exercise-of.js";

const exercise = exerciseOf({ kind: "number", answer: 5 });
const textOf = (verdict: Parameters<typeof feedback>[2]["verdict"], attempts = 0) =>
  feedback("02.1", exercise, { verdict, attempts }).text;

test("an untouched answer gets no hint", () => {
  expect(textOf(undefined)).toBe("○ 02.1: not answered yet");
});

test("the hints come one by one, then the solution", () => {
  const wrong = { right: false };
  expect(textOf(wrong, 1)).toBe("○ 02.1: not yet\nHint 1: count");
  expect(textOf(wrong, 2)).toBe("○ 02.1: not yet\nHint 1: count\nHint 2: count with filter");
  expect(textOf({ ...wrong, said: "too small" }, 3)).toBe(
    "○ 02.1: not yet: too small\nHint 1: count\nHint 2: count with filter\nSolution:\nconst all = 1;\nall",
  );
});

test("a wrong form gets no hint", () => {
  const verdict = { right: false, said: "write the number without quotes", formOnly: true };
  expect(textOf(verdict, 5)).toBe("○ 02.1: not yet: write the number without quotes");
});

test("a right answer gets the explanation and the solution, folded in a notebook", () => {
  const { html, text } = feedback("02.1", exercise, { verdict: { right: true }, attempts: 0 });
  expect(text).toBe("✓ 02.1: right\nThat is many.\nSolution:\nconst all = 1;\nall");
  expect(html).toContain(
    "<details><summary>Solution</summary><pre><code>const all = 1;\nall</code></pre></details>",
  );
});

test("texts are escaped, and code stands between backticks", () => {
  const risky = { ...exercise, explanation: "use `a < b` & <b>this</b>", solution: "a < b" };
  const { html } = feedback("02.1", risky, { verdict: { right: true }, attempts: 0 });
  expect(html).toContain("use <code>a &#60; b</code> &#38; &#60;b&#62;this&#60;/b&#62;");
  expect(html).toContain("<code>a &#60; b</code></pre>");
});
