// @module-tag slow
import { existsSync, mkdirSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runNode, scratchCourse } from "./scratch-course.js";

/** A course whose packages are installed already, as far as the stamps say. */
function installedCourse(): string {
  const lock = JSON.stringify({ lockfileVersion: 3, packages: {} });
  const course = scratchCourse({ "package-lock.json": lock, ".npmrc": "" });
  const script = `
    import { readFileSync, writeFileSync } from "node:fs";
    import { stampOf } from "./scripts/lib/stamp.mjs";
    const read = (file) => readFileSync(file, "utf8");
    writeFileSync("node_modules/.reelbook-stamp", stampOf([read("package-lock.json"), process.version]));
    const files = ["package.json", "package-lock.json"].map((file) => read("scripts/duckdb/" + file));
    writeFileSync(".reelbook/packages/duckdb/node_modules/.reelbook-stamp", stampOf([...files, process.version]));`;
  mkdirSync(join(course, "node_modules"));
  mkdirSync(join(course, ".reelbook/packages/duckdb/node_modules/@duckdb"), { recursive: true });
  writeFileSync(join(course, "stamps.mjs"), script);
  expect(runNode(course, ["stamps.mjs"]).printed).toBe("");
  return course;
}

test("npm run duckdb links the packages into node_modules, again in place of an old link", () => {
  const course = installedCourse();
  const link = join(course, "node_modules/@duckdb");
  for (let time = 0; time < 2; time++) {
    expect(runNode(course, ["scripts/duckdb.mjs"])).toEqual({
      code: 0,
      printed: 'DuckDB is installed; import { duckdbRatings } from "reelbook/duckdb".\n',
    });
    expect(existsSync(link)).toBe(true);
    expect(readlinkSync(link)).toContain("packages");
  }
});
