import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shortError } from "../../scripts/lib/short-error.mjs";
import { root } from "./scratch-course.js";

const sentence = 'RangeError: there is no movie "Star Warz"; similar titles are "Star Wars"';
const own = "    at Movies.find (/course/src/dist/index.cjs:2189:11)";
const frames = [
  "    at evalmachine.<anonymous>:3:37",
  "    at Script.runInThisContext (node:vm:137:12)",
  "    at Object.execute (/course/node_modules/tslab/dist/executor.js:160:38)",
  "    at /course/scripts/lib/cell-process.mjs:30:5",
].join("\n");

test("an error begins with its sentence, and ends with the frames of the library", () => {
  const before = "/course/src/dist/index.cjs:2189\n    throw new RangeError(text);\n    ^\n\n";
  expect(shortError(`${before}${sentence}\n${own}\n${frames}`)).toBe(`${sentence}\n${own}`);
});

test("the line of a cell, and its named functions, stay", () => {
  const text = `evalmachine.<anonymous>:5\nthrow new Error("x");\n^\n\nError: x\n    at fitFrom (evalmachine.<anonymous>:5:3)`;
  expect(shortError(`${text}\n${frames}`)).toBe(text);
});

test("the fields of an error stay", () => {
  expect(shortError(`DataError: gone\n${own}\n${frames} {\n  source: 'a.csv'\n}`)).toBe(
    `DataError: gone\n${own} {\n  source: 'a.csv'\n}`,
  );
});

test("a sentence of several lines stays whole", () => {
  expect(shortError("Error: first: 1\n  second\n^ third")).toBe("Error: first: 1\n  second\n^ third");
});

test("loaded into a process, it shortens what console prints of errors", () => {
  const file = join(root, "scripts/lib/short-errors.mjs");
  const code = `const e = new TypeError("wrong", { cause: new Error("deep") }); e.line = 3; console.error(e); console.log([new Error("in a list")].length)`;
  const args = ["--import", file, "-e", code];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(stdout).toBe("1\n");
  expect(stderr).toMatch(/^TypeError: wrong/);
  expect(stderr).toContain("line: 3");
  expect(stderr).toContain("Error: deep");
  expect(stderr).not.toContain("node:internal");
});
