// @module-tag slow
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConvertResult } from "tslab/dist/converter.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CourseCompiler } from "../../../../lab/kernel/compiler/course-compiler.js";
import type { Conversion } from "../../../../lab/kernel/conversion.js";
import { notebookPath } from "../../../../scripts/lib/course-notebooks.mjs";
import { codeCells, readNotebook, textOf } from "../../../../scripts/lib/notebook.mjs";
import { root } from "../../../../scripts/lib/places.mjs";
import { bundleCompiler } from "../../../../scripts/site/bundle-compiler.mjs";
import { startCompiler } from "../../../../scripts/site/start-compiler.mjs";

interface Tslab {
  convert(before: string, code: string): ConvertResult;
  complete(before: string, code: string, position: number): { candidates: string[] };
  close(): void;
}

const folder = mkdtempSync(join(tmpdir(), "reelbook-compiler-"));
const home = process.cwd();
let page: CourseCompiler;
let tslab: Tslab;

beforeAll(async () => {
  const bundle = join(folder, "compiler.mjs");
  await bundleCompiler("build", bundle, "esm");
  page = (await startCompiler(bundle)).compiler;
  // As tslab's kernel of a notebook.
  process.chdir(join(root, "notebooks"));
  tslab = createRequire(import.meta.url)("tslab/dist/converter.js").createConverter();
});
afterAll(() => {
  tslab?.close();
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** tslab's result in the words of the page. */
function inNode(before: string, code: string): Conversion {
  const { diagnostics, output, declOutput, lastExpressionVar, hasToplevelAwait } = tslab.convert(
    before,
    code,
  );
  return JSON.parse(
    JSON.stringify({
      diagnostics: diagnostics.map(({ start, messageText, code: number, fileName: file }) => ({
        line: start.line,
        character: start.character,
        message: messageText,
        code: number,
        file,
      })),
      output,
      declarations: declOutput,
      lastExpression: lastExpressionVar,
      hasTopLevelAwait: hasToplevelAwait || undefined,
    }),
  );
}

/** Converts cells one after another, as a kernel that runs them. */
function convertAll(cells: readonly string[], convert: (before: string, code: string) => Conversion) {
  let before = "";
  return cells.map((code) => {
    const conversion = convert(before, code);
    before = conversion.declarations ?? before;
    return conversion;
  });
}

describe("the page's compiler gives what tslab gives in Node", () => {
  test("for the cells of a notebook", { tags: "long" }, () => {
    const cells = codeCells(readNotebook(notebookPath("02-popularity"))).map(({ source }) => textOf(source));
    const found = convertAll(cells, (...cell) => page.convert(...cell));
    expect(found).toEqual(convertAll(cells, inNode));
    expect(found.filter(({ output }) => output)).toHaveLength(cells.length);
  });

  test.each<[string, string[]]>([
    ["a name declared again with another type", ["const x = 1;", 'const x = "a"; x.length']],
    ["type errors, with line and column", ['const a: string = 3;\nlet b: number = "x";', "nowhere + 1"]],
    ["an error of syntax", ["const = 5", "function ("]],
    [
      "top-level await and the last expression",
      ["const a = await Promise.resolve(5);", "a + 1", "({ a: a })"],
    ],
    [
      "enums, classes and destructuring",
      ["enum A { B = 1 }", "class C { constructor(readonly d = A.B) {} }", "const { d } = new C(); d"],
    ],
    ["types only", ["type A = { b: number };", "interface D { a: A }", "const d: D = { a: { b: 1 } };"]],
    [
      "imports",
      [
        'import { Ratings, type Model } from "reelbook";',
        'import * as ml from "ml-matrix"; new ml.Matrix(1, 1)',
      ],
    ],
    ["an unknown module", ['import { chunk } from "lodash";']],
    ["globals of Node", ["setTimeout(() => {}, 1); process.env.HOME; Buffer.from([1])", "document.title"]],
  ])("for %s", (_, cells) => {
    expect(convertAll(cells, (...cell) => page.convert(...cell))).toEqual(convertAll(cells, inNode));
  });

  test.each([
    ["", "const text = 'a'; text.toUpp", 28],
    ['import { Popularity } from "reelbook";\n', "new Popularity().fi", 19],
    ["declare const ratings: number[];\n", "rat", 3],
  ])("in completions after %j", (before, code, position) => {
    const { names } = page.complete(before, code, position);
    expect(names.length).toBeGreaterThan(0);
    expect(names.slice(0, 5)).toEqual(tslab.complete(before, code, position).candidates.slice(0, 5));
  });
});

test("a position has its type and documentation", () => {
  const text = page.inspect('import { show } from "reelbook";\n', "show([1]);", 2);
  expect(text).toContain("show(table: unknown");
  expect(text).toContain("Shows a table");
  expect(page.inspect("", "   ", 1)).toBeUndefined();
});

test("a cell is complete or not", () => {
  expect(page.isComplete("const a = 1;")).toEqual({ completed: true });
  expect(page.isComplete("function f() {")).toEqual({ completed: false, indent: "  " });
});
