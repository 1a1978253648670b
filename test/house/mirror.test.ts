import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import { brokenMirror } from "./mirror.js";
import { sourceTree } from "./source-tree.js";

/** The tests of the folders of src/, without those of notebooks, commands, bench and house. */
function testsOfSources(): string[] {
  const folders = new Set(Object.keys(sourceTree()).map((path) => path.split("/")[0]));
  return readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll(sep, "/"))
    .filter((path) => path.endsWith(".test.ts") && folders.has(path.split("/")[0]));
}

test("test/ mirrors src/ path for path", () => {
  expect(brokenMirror(sourceTree(), testsOfSources())).toEqual([]);
});

test("the check finds a source file without a test and a test without a source file", () => {
  const sources = { "math/a.ts": "export function a() {}", "math/types.ts": "export type A = 1;" };
  const named = (broken: string[]) => broken.filter((line) => line.includes("/math/"));
  expect(named(brokenMirror(sources, ["math/a.test.ts"]))).toEqual([]);
  expect(named(brokenMirror(sources, ["math/b.test.ts"]))).toEqual([
    "src/math/a.ts has no test; write test/math/a.test.ts",
    "test/math/b.test.ts tests no file of src/; name it after the one that it tests",
  ]);
});
