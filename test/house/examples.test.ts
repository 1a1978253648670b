// @module-tag slow
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import * as reelbook from "../../src/index.js";
import * as reference from "../../src/reference.js";
import { useFakeHost } from "../notebook/hosts/fake-host.js";
import { examplesOf, runExample } from "./examples.js";
import { sourceTree } from "./source-tree.js";

const { ratings, movies } = await reelbook.loadDataset(join(root, "data/ml-latest-small"));
const model = new reelbook.MeanRating().fit(ratings);

/** The files that a reader would have. */
const FILES = {
  "books.csv": "user,isbn,stars,when\nann,0-306,4,1997-12-04\nbob,0-306,3,1997-12-05\n",
  "ratings.csv": "Date,Name,Year,Letterboxd URI,Rating\n2024-05-01,The Matrix,1999,https://boxd.it/1,4.5\n",
  "shop.jsonl":
    '{"customer":"ann","isbn":"0-306","action":"view","when":"2026-03-01"}\n' +
    '{"customer":"ann","isbn":"0-306","action":"buy","when":"2026-03-01"}\n',
  "plain.tsv": "1\t50\t5\n1\t172\t4\n2\t50\t3\n",
};

describe("the examples in src", () => {
  const folder = mkdtempSync(join(tmpdir(), "reelbook-examples-"));
  const home = process.cwd();

  beforeEach(() => {
    for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, file), text);
    process.chdir(folder);
    vi.stubEnv("REELBOOK_DATA", join(root, "data"));
    useFakeHost();
  });
  afterEach(() => {
    process.chdir(home);
    vi.unstubAllEnvs();
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const examples = Object.entries(sourceTree()).flatMap(([path, text]) =>
    examplesOf(text).map(({ line, code }) => ({ title: `src/${path} line ${line}`, path, code })),
  );

  test("are found", () => {
    expect(examples.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["math/top-n.ts", "ratings/ratings.ts", "node/tables/load-ratings.ts"]),
    );
  });

  test.each(examples)("$title", async ({ path, code }) => {
    const module = await import(join(root, "src", path));
    await runExample(code, { ...reelbook, ...reference, ...module, ratings, movies, model });
  });
});

describe("the runner of examples", () => {
  const source = `
    /** Adds one. @default 1 */
    /**
     * Doubles.
     *
     * @example
     * const two: number = await Promise.resolve(2);
     * double(two); // 4
     * double(Float64Array.of(1, 2)); // Float64Array [2, 4]
     * @throws never
     * @example
     * double(3);
     */`;
  const double = (value: number | Float64Array) =>
    typeof value === "number" ? 2 * value : value.map((each) => 2 * each);

  test("finds each example of a doc comment, up to the next tag", () => {
    const [first, second, ...others] = examplesOf(source);
    expect(first?.code.split("\n")).toHaveLength(3);
    expect(second).toEqual({ line: 3, code: "double(3);" });
    expect(others).toEqual([]);
  });

  test("accepts an example whose values are those in its comments", async () => {
    for (const { code } of examplesOf(source))
      await runExample(code, { double, two: "given, and declared again" });
  });

  test.each([
    ["another value", "double(2); // 5", "expected 4 to deeply equal 5"],
    ["a value of another type", "double(2); // '4'", "expected 4 to deeply equal '4'"],
    ["another value in an array", "double(Float64Array.of(1)); // Float64Array [1]", "deeply equal"],
    ["an error", "double(2).length.x; // 4", "undefined"],
    ["an error without a comment", "const a = 1;\na.b.c;", "undefined"],
    ["a name that a reader does not have", "triple(2);", "triple is not defined"],
    ["words where the value stands", "double(2); // twice as much", "is not a value"],
  ])("finds %s", async (_, code, message) => {
    await expect(runExample(code, { double })).rejects.toThrow(message);
  });
});
