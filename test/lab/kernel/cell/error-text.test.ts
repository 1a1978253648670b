import { inspect } from "node-inspect-extracted";
import { expect, onTestFinished, test } from "vitest";
import { errorText, printErrorsShort } from "../../../../lab/kernel/cell/error-text.js";

const worker = "https://example.org/cells.js";

/** An error with the stack of Chromium. */
function thrown(error: Error, ...frames: string[]): Error {
  error.stack = [`${error.name}: ${error.message}`, ...frames.map((frame) => `    at ${frame}`)].join("\n");
  return error;
}

test("an error has its stack in the cell and in modules, without the kernel's frames", () => {
  const error = thrown(
    new RangeError("too far"),
    "f (evalmachine.<anonymous>:3:7)",
    "eval (evalmachine.<anonymous>:5:3)",
    "eval (<anonymous>)",
    "fit (https://example.org/modules/reelbook.js:1:2)",
    `runCell (${worker}:9:1)`,
    `async Object.run (${worker}:8:1)`,
  );
  expect(errorText(error, worker)).toBe(
    [
      "RangeError: too far",
      "    at f (evalmachine.<anonymous>:3:7)",
      "    at fit (https://example.org/modules/reelbook.js:1:2)",
    ].join("\n"),
  );
});

test("properties and causes are printed, as Node does", () => {
  const cause = thrown(new TypeError("below"), "f (evalmachine.<anonymous>:1:1)", `runCell (${worker}:9:1)`);
  const error = thrown(new Error("above", { cause }), "evalmachine.<anonymous>:2:1");
  const text = errorText(Object.assign(error, { code: 5 }), worker);
  expect(text).toBe(
    [
      "Error: above {",
      "  code: 5,",
      "  [cause]: TypeError: below",
      "      at f (evalmachine.<anonymous>:1:1)",
      "}",
    ].join("\n"),
  );
  expect(text).not.toContain(worker);
});

test("anything else that is thrown is printed as a value", () => {
  expect(errorText("text", worker)).toBe("'text'");
  expect(errorText({ a: 1 }, worker)).toBe("{ a: 1 }");
  expect(errorText(undefined, worker)).toBe("undefined");
});

test("a stack without a title, as in Firefox, gets one", () => {
  const error = new Error("no");
  error.stack = "f@evalmachine.<anonymous>:3:7\n";
  expect(errorText(error, worker)).toContain("Error: no");
});

test("console prints errors in the same way", () => {
  onTestFinished(() => void Reflect.deleteProperty(Error.prototype, inspect.custom));
  printErrorsShort(worker);
  const error = thrown(new Error("no"), "evalmachine.<anonymous>:3:7", `runCell (${worker}:9:1)`);
  expect(inspect([error])).toBe("[ Error: no ]");
});
