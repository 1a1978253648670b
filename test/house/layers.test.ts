import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import { brokenLayers } from "./layers.js";
import { sourceTree } from "./source-tree.js";

describe("the layers of src", () => {
  test("hold: imports go down, by file name, in no circle, and Node stays in its place", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "src/package.json"), "utf8"));
    expect(brokenLayers(sourceTree(), Object.keys(dependencies))).toEqual([]);
  });
});

describe("the check of layers", () => {
  const files = {
    "math/sum.ts": "export const sum = 1;",
    "ratings/ratings.ts": 'import { sum } from "../math/sum.js"; export const ratings = sum;',
    "node/load.ts": 'import { readFile } from "node:fs/promises"; export const load = readFile;',
  };

  test("finds nothing in sources that are right", () => {
    const door = 'export * from "./math/sum.js"; export { type Load, load } from "./node/load.js";';
    const lazy = 'export const tslab = () => kernel.require("tslab");';
    expect(brokenLayers({ ...files, "index.ts": door, "notebook/tslab-host.ts": lazy })).toEqual([]);
  });

  test.each([
    ["an upward import", "math/x.ts", 'import { ratings } from "../ratings/ratings.js";', "upwards"],
    ["a type from above", "math/x.ts", 'import type { R } from "../ratings/ratings.js";', "upwards"],
    ["an export from above", "math/x.ts", 'export { ratings } from "../ratings/ratings.js";', "upwards"],
    ["a lazy import from above", "math/x.ts", 'await import("../ratings/ratings.js");', "upwards"],
    ["a type written as an import", "math/x.ts", 'let r: import("../ratings/ratings.js").R;', "upwards"],
    ["a folder without a layer", "utils/x.ts", 'import { sum } from "../math/sum.js";', "utils has no layer"],
    ["a file outside of a folder", "helpers.ts", "export const a = 1;", "outside of a folder"],
    ["a kernel that knows ratings", "kernels/x.ts", 'import { r } from "../ratings/ratings.js";', "but math"],
    ["a kernel that knows a package", "kernels/x.ts", 'import { r } from "listed";', "but math"],
    ["Node in the core", "models/x.ts", 'import { join } from "node:path";', "know Node"],
    ["Node in a notebook's calls", "notebook/show.ts", 'import { join } from "node:path";', "know Node"],
    ["a lazy import of Node", "models/x.ts", 'await import("node:path");', "know Node"],
    ["process in the core", "models/x.ts", "export const a = process.env.A;", "uses process"],
    ["Buffer in the core", "models/x.ts", "export const a = Buffer.from([1]);", "uses Buffer"],
    ["tslab at start-up", "notebook/tslab-host.ts", 'import { display } from "tslab";', "lazily"],
    ["tslab outside of its host", "notebook/show.ts", 'await import("tslab");', "lazily"],
    ["a package that is not listed", "models/x.ts", 'import { sum } from "lodash";', "does not list it"],
    ["a value of a package of types", "models/x.ts", 'import { plot } from "plotly";', "does not list it"],
    ["no file ending", "ratings/x.ts", 'import { sum } from "../math/sum";', "no such file"],
    ["a folder as a file", "ratings/x.ts", 'import { sum } from "../math/index.js";', "no such file"],
    ["a default import", "ratings/x.ts", 'import sum from "../math/sum.js";', "default, not named"],
    ["a namespace", "ratings/x.ts", 'import * as sum from "../math/sum.js";', "namespace, not named"],
    ["an import for its effects", "ratings/x.ts", 'import "../math/sum.js";', "nothing, not named"],
    [
      "everything through no door",
      "ratings/x.ts",
      'export * from "../math/sum.js";',
      "everything, not named",
    ],
    ["logic in a door", "index.ts", "export const a = 1;", "only re-exports"],
    ["a way through a door", "node/x.ts", 'import { sum } from "../index.js";', "goes through a door"],
  ])("finds %s", (_, path, text, what) => {
    const door = { "index.ts": 'export * from "./math/sum.js";' };
    const broken = brokenLayers({ ...files, ...door, [path]: text }, ["listed", "@types/plotly"]);
    const [, specifier = ""] = /["'](.+)["']/.exec(text) ?? [];
    expect(broken.join("\n")).toContain(what);
    expect(broken.join("\n")).toContain(path);
    expect(broken.join("\n")).toContain(specifier);
  });

  test("lets a package's types be imported where only those are listed", () => {
    const chart = 'import type { Data } from "plotly"; export type D = Data;';
    expect(brokenLayers({ "charts/x.ts": chart }, ["@types/plotly"])).toEqual([]);
  });

  test("finds a circle of files, even of types alone", () => {
    const circle = {
      "math/b.ts": 'import type { A } from "./a.js"; export type B = A;',
      "math/a.ts": 'import type { B } from "./b.js"; export type A = B;',
    };
    expect(brokenLayers(circle)).toEqual(["a circle of imports: math/a.ts → math/b.ts → math/a.ts"]);
  });

  test("finds a circle of folders on one level", () => {
    const circle = {
      "charts/a.ts": 'import type { B } from "../datasets/b.js"; export type A = B;',
      "datasets/b.ts": "export type B = 1;",
      "datasets/c.ts": 'import type { A } from "../charts/a.js"; export type C = A;',
    };
    expect(brokenLayers(circle)).toEqual(["a circle of imports: charts → datasets → charts"]);
  });
});
