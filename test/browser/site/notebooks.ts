import { expect, test } from "vitest";
import { runNotebook } from "../../../scripts/lib/cell-runner.mjs";
import { notebookNames } from "../../../scripts/lib/course-notebooks.mjs";
import type { StartVisit } from "./visit.js";

const SHORT = ["01-explore-ratings", "02-popularity", "03-genres"];

/**
 * How far numbers of a notebook may be from those of Node, as a share of them; those of the others
 * are the same to the last digit. Node 20 and Chromium 156 compute the last digit of `Math.exp`,
 * `Math.log`, `**`, `Math.cbrt` and the trigonometric functions differently for 3 to 9 % of
 * numbers, which these notebooks carry through fits and differences of means.
 */
const LAST_DIGITS: Readonly<Record<string, number>> = {
  "07-factorization": 1e-13,
  "08-taste-groups": 1e-14,
  "09-measure": 1e-10,
  "10-hybrid": 1e-12,
  "11-state-of-the-art": 1e-13,
  "13-factorization-machines": 1e-9,
};

/** What tslab must leave out because the page does not have it: DuckDB and Spark. */
const NOT_IN_PAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "14-large": { duckdb: "false", spark: "false" },
};

/** Notebooks from top to bottom in the page, with the records of tslab. */
export function testNotebooks(visit: StartVisit): void {
  const givesRecordsOfTslab = async (name: string) => {
    const expected = await runNotebook(name, { parameters: NOT_IN_PAGES[name] ?? {} });
    expect(expected.error).toBeUndefined();
    const reader = await visit();
    await reader.open(`notebooks/${name}.ipynb`);
    await reader.runAll(900_000);
    expect(await reader.complaints()).toEqual([]);
    expect(reader.errors).toEqual([]);
    const found = reader.records.flatMap(({ name: each, value }) =>
      each === undefined ? [] : [[each, value]],
    );
    const tolerance = LAST_DIGITS[name] ?? 0;
    expect(differences(Object.fromEntries(found), expected.records, { tolerance })).toEqual([]);
  };

  test.each(SHORT)("%s gives the records of tslab", { timeout: 600_000 }, givesRecordsOfTslab);

  test.each(notebookNames().filter((name) => !SHORT.includes(name)))(
    "%s gives the records of tslab",
    { tags: "long", timeout: 1_800_000 },
    givesRecordsOfTslab,
  );
}

/** Where two values differ; times are not compared. */
export function differences(
  found: unknown,
  expected: unknown,
  { tolerance, path = "" }: { readonly tolerance: number; readonly path?: string },
): string[] {
  if (path.endsWith(".seconds")) return [];
  if (isObject(found) && isObject(expected)) {
    const keys = new Set([...Object.keys(found), ...Object.keys(expected)]);
    return [...keys].flatMap((key) =>
      differences(found[key], expected[key], { tolerance, path: `${path}.${key}` }),
    );
  }
  const isSame =
    typeof found === "number" && typeof expected === "number"
      ? Math.abs(found - expected) <= tolerance * Math.max(Math.abs(found), Math.abs(expected))
      : Object.is(found, expected);
  return isSame ? [] : [`${path}: ${String(found)} in the page, ${String(expected)} in tslab`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
