import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import { brokenLayers, familyArrows } from "./layers.js";
import { FAMILIES, MAX_MODEL_ARROWS, OPTIONAL_PACKAGES } from "./layout.js";
import { sourceTree } from "./source-tree.js";

describe("the layers of src", () => {
  test("imports go down, by file name, without a cycle, and only hosts use Node", () => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, "src/package.json"), "utf8"));
    expect(brokenLayers(sourceTree(), Object.keys(dependencies))).toEqual([]);
  });

  test("the families of models have at most 6 levels and few imports between them", () => {
    expect(FAMILIES.models?.length).toBeLessThanOrEqual(6);
    expect(familyArrows(sourceTree(), "models").length).toBeLessThanOrEqual(MAX_MODEL_ARROWS);
  });
});

describe("the check of layers", () => {
  const files = {
    "math/sum.ts": "export const sum = 1;",
    "ratings/ratings.ts": 'import { sum } from "../math/sum.js"; export const ratings = sum;',
    "node/load.ts": 'import { readFile } from "node:fs/promises"; export const load = readFile;',
  };

  test("finds nothing in correct sources", () => {
    const entryPoint = 'export * from "./math/sum.js"; export { type Load, load } from "./node/load.js";';
    const lazy = 'export const tslab = () => kernel.require("tslab");';
    const optional = { [OPTIONAL_PACKAGES]: "export const load = (name) => import(name);" };
    const hosts = { "index.ts": entryPoint, "notebook/hosts/tslab-host.ts": lazy };
    expect(brokenLayers({ ...files, ...hosts, ...optional })).toEqual([]);
  });

  test.each([
    ["an upward import", "math/x.ts", 'import { ratings } from "../ratings/ratings.js";', "upwards"],
    ["a type from above", "math/x.ts", 'import type { R } from "../ratings/ratings.js";', "upwards"],
    ["a package that is imported when asked for", "node/x.ts", "await import(name);", "does not list it"],
    ["an export from above", "math/x.ts", 'export { ratings } from "../ratings/ratings.js";', "upwards"],
    ["a lazy import from above", "math/x.ts", 'await import("../ratings/ratings.js");', "upwards"],
    ["a type written as an import", "math/x.ts", 'let r: import("../ratings/ratings.js").R;', "upwards"],
    ["a folder without a layer", "utils/x.ts", "export const a = 1;", "utils has no layer"],
    ["a family without a level", "models/new/x.ts", "export const a = 1;", "no family models/new"],
    ["a file beside the families", "models/x.ts", "export const a = 1;", "no family models"],
    ["a family of a folder that has none", "math/new/x.ts", "export const a = 1;", "no family math/new"],
    [
      "an import upwards among families",
      "models/contract/x.ts",
      'import { ease } from "../item-weights/ease.js";',
      "upwards among the families",
    ],
    ["a file outside of a folder", "helpers.ts", "export const a = 1;", "outside of a folder"],
    [
      "a kernel that knows ratings",
      "kernels/dense/x.ts",
      'import { r } from "../../ratings/ratings.js";',
      "only math and sparse",
    ],
    [
      "a kernel that knows a package",
      "kernels/dense/x.ts",
      'import { r } from "listed";',
      "only math and sparse",
    ],
    ["Node in the core", "models/contract/x.ts", 'import { join } from "node:path";', "may use Node"],
    ["Node in a notebook's calls", "notebook/show.ts", 'import { join } from "node:path";', "may use Node"],
    ["a lazy import of Node", "models/contract/x.ts", 'await import("node:path");', "may use Node"],
    ["process in the core", "models/contract/x.ts", "export const a = process.env.A;", "uses process"],
    ["Buffer in the core", "models/contract/x.ts", "export const a = Buffer.from([1]);", "uses Buffer"],
    ["tslab at start-up", "notebook/hosts/tslab-host.ts", 'import { display } from "tslab";', "lazily"],
    ["DuckDB at start-up", "duckdb/x.ts", 'import { INTEGER } from "@duckdb/node-api";', "lazily"],
    ["DuckDB outside of its folder", "node/x.ts", 'require("@duckdb/node-api");', "by duckdb/"],
    ["tslab outside of its host", "notebook/show.ts", 'await import("tslab");', "lazily"],
    [
      "a package that is not listed",
      "models/contract/x.ts",
      'import { sum } from "lodash";',
      "does not list it",
    ],
    [
      "a value of a package of types",
      "models/contract/x.ts",
      'import { plot } from "plotly";',
      "does not list it",
    ],
    ["no file ending", "ratings/x.ts", 'import { sum } from "../math/sum";', "no such file"],
    ["a folder as a file", "ratings/x.ts", 'import { sum } from "../math/index.js";', "no such file"],
    ["a default import", "ratings/x.ts", 'import sum from "../math/sum.js";', "default, not named"],
    ["a namespace", "ratings/x.ts", 'import * as sum from "../math/sum.js";', "namespace, not named"],
    ["an import for its effects", "ratings/x.ts", 'import "../math/sum.js";', "nothing, not named"],
    [
      "everything outside of an entry point",
      "ratings/x.ts",
      'export * from "../math/sum.js";',
      "everything, not named",
    ],
    ["logic in an entry point", "index.ts", "export const a = 1;", "only re-exports"],
    [
      "an import of an entry point",
      "node/x.ts",
      'import { sum } from "../index.js";',
      "imports an entry point",
    ],
  ])("finds %s", (_, path, text, what) => {
    const entryPoint = { "index.ts": 'export * from "./math/sum.js";' };
    const tree = { ...files, "models/item-weights/ease.ts": "export const ease = 1;" };
    const broken = brokenLayers({ ...tree, ...entryPoint, [path]: text }, ["listed", "@types/plotly"]);
    const [, specifier = ""] = /["'](.+)["']/.exec(text) ?? [];
    expect(broken.join("\n")).toContain(what);
    expect(broken.join("\n")).toContain(path);
    expect(broken.join("\n")).toContain(specifier);
  });

  test("allows imports of a package's types if only those are listed", () => {
    const chart = 'import type { Data } from "plotly"; export type D = Data;';
    expect(brokenLayers({ "charts/parts/x.ts": chart }, ["@types/plotly"])).toEqual([]);
  });

  test("finds a cycle of files, even if only of types", () => {
    const cycle = {
      "math/b.ts": 'import type { A } from "./a.js"; export type B = A;',
      "math/a.ts": 'import type { B } from "./b.js"; export type A = B;',
    };
    expect(brokenLayers(cycle)).toEqual(["a cycle of imports: math/a.ts → math/b.ts → math/a.ts"]);
  });

  test("finds a cycle of folders on one level", () => {
    const cycle = {
      "text/a.ts": 'import type { B } from "../task/b.js"; export type A = B;',
      "task/b.ts": "export type B = 1;",
      "task/c.ts": 'import type { A } from "../text/a.js"; export type C = A;',
    };
    expect(brokenLayers(cycle)).toEqual(["a cycle of imports: task → text → task"]);
  });

  test("finds a cycle of families on one level", () => {
    const cycle = {
      "charts/likeness/a.ts": 'import type { B } from "../results/b.js"; export type A = B;',
      "charts/results/b.ts": "export type B = 1;",
      "charts/results/c.ts": 'import type { A } from "../likeness/a.js"; export type C = A;',
    };
    expect(brokenLayers(cycle)).toEqual([
      "a cycle of imports: charts/likeness → charts/results → charts/likeness",
    ]);
  });

  test("finds a folder with too many files", () => {
    const names = Array.from({ length: 21 }, (_, index) => [`math/x${index}.ts`, "export const a = 1;"]);
    expect(brokenLayers(Object.fromEntries(names))).toEqual([
      "math holds 21 files; divide it, 20 are the most",
    ]);
  });

  test("counts the imports between families once per pair", () => {
    const tree = {
      "models/contract/a.ts": "export type A = 1;",
      "models/factors/b.ts": 'import type { A } from "../contract/a.js"; export type B = A;',
      "models/factors/c.ts": 'import type { A } from "../contract/a.js"; export type C = A;',
    };
    expect(familyArrows(tree, "models")).toEqual(["models/factors → models/contract"]);
  });
});
