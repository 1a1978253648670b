// @module-tag slow
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Converter } from "tslab/dist/converter.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scratch } from "../../scripts/lib/places.mjs";
import { root, runNode } from "./scratch-course.js";

const require = createRequire(import.meta.url);
const converterPath = require.resolve("tslab/dist/converter.js");
const typescriptPath = createRequire(converterPath).resolve("@tslab/typescript-for-tslab");
const home = process.cwd();
// Inside of the repository, so that its packages are found.
mkdirSync(scratch, { recursive: true });
const folder = realpathSync(mkdtempSync(join(scratch, "cells-")));
let plain: Converter;
let fast: Converter;

/** tslab's converter with the TypeScript that is loaded now. */
function newConverter(): Converter {
  delete require.cache[converterPath];
  return require(converterPath).createConverter({ isJS: false, isBrowser: false });
}

beforeAll(async () => {
  writeFileSync(join(folder, "half.ts"), "export const half = (value: number) => value / 2;\n");
  writeFileSync(
    join(folder, "quarter.ts"),
    'import { half } from "./half";\nexport const quarter = half(0.5);\n',
  );
  process.chdir(folder);
  plain = newConverter();
  const loaded = require.cache[typescriptPath] as NodeModule;
  const typescript = loaded.exports;
  await import("../../scripts/lib/fast-conversions.mjs");
  expect(loaded.exports).not.toBe(typescript);
  fast = newConverter();
  loaded.exports = typescript;
  delete require.cache[converterPath];
});
afterAll(() => {
  plain?.close();
  fast?.close();
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test.each([
  [
    "the library and types",
    [
      'import { Baseline, Ratings } from "reelbook";\nimport type { Id } from "reelbook";',
      "const idOf = ({ id }: { id: Id }) => String(id);\nconst model = new Baseline();",
      "let model = [1, 2].map((each) => ({ each }));\nmodel",
      "class Two { sum = model.length }\nenum Color { Red }\nawait Promise.resolve(new Two().sum);",
    ],
  ],
  [
    "errors",
    [
      "const one: string = 1;",
      "let two = 2;\nlet two = 3;",
      'import { nothing } from "./half";',
      "const three = (",
      "four;",
    ],
  ],
  [
    "other source files",
    [
      'import { quarter } from "./quarter";\nconst sum = quarter + 1;',
      'import { half } from "./half";\nconst less = half(sum);',
      "sum + less",
    ],
  ],
])("cells with %s are converted as by tslab alone", (_, cells) => {
  let declarations = "";
  for (const code of cells) {
    const expected = plain.convert(declarations, code);
    expect(fast.convert(declarations, code)).toEqual(expected);
    expect(expected.diagnostics.length > 0 || expected.output !== undefined).toBe(true);
    declarations = expected.declOutput ?? declarations;
  }
});

test("completion and types at a position are tslab's", () => {
  const code = "const values = [1, 2];\nvalues.ma";
  expect(fast.complete("", code, code.length).candidates).toEqual(
    plain.complete("", code, code.length).candidates,
  );
  expect(fast.inspect("", code, 6)?.displayParts).toEqual(plain.inspect("", code, 6)?.displayParts);
});

test("the converter of a kernel that starts as set-up says takes the program of a cell from here", () => {
  const setUp = readFileSync(join(root, "scripts/set-up.mjs"), "utf8");
  const modules = [...setUp.matchAll(/pathToFileURL\(join\(root, "(.*)"\)\)\.href/g)].map(
    ([, file]) => file!,
  );
  expect(modules).toContain("scripts/lib/fast-conversions.mjs");
  const asks = `
    require.cache[${JSON.stringify(typescriptPath)}].exports.createWatchCompilerHost = () => {
      console.log("ours");
      process.exit();
    };
    require(${JSON.stringify(converterPath)}).createConverter({ isJS: false, isBrowser: false });
    process.exit(1);`;
  const imports = modules.flatMap((file) => ["--import", pathToFileURL(join(root, file)).href]);
  expect(runNode(root, [...imports, "-e", asks])).toEqual({ code: 0, printed: "ours\n" });
});
