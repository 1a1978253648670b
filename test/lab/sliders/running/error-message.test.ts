import { expect, test } from "vitest";
import { errorMessage } from "../../../../lab/sliders/running/error-message.js";

const stderr = (text: unknown) => ({ output_type: "stream", name: "stderr", text });

test.each([
  [
    "a stack",
    "file.js:5\n  throw x\n  ^\n\nRangeError: too many; take 3\n    at f (file.js:5)",
    "RangeError: too many; take 3",
  ],
  ["colours", "\x1b[31mTypeError\x1b[0m: not a function", "TypeError: not a function"],
  [
    "an error of types",
    "\n1:7 - Type 'number' is not assignable\n2:1 - other",
    "1:7 - Type 'number' is not assignable",
  ],
  ["lines of nbformat", ["Uncaught Error: a", "\n at b"], "Error: a"],
  ["nothing", "", "it failed without a message"],
])("reads %s", (_, text, message) => {
  expect(errorMessage([{ output_type: "stream", name: "stdout", text: "Error: no" }, stderr(text)])).toBe(
    message,
  );
});

test("takes an error of Jupyter's own, and shortens what is long", () => {
  expect(errorMessage([{ output_type: "error", ename: "KeyError", evalue: "x" }])).toBe("KeyError: x");
  expect(errorMessage([stderr(`Error: ${"x".repeat(1000)}`)]).length).toBeLessThan(310);
});
