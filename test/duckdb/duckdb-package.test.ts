import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import lock from "../../scripts/duckdb/package.json" with { type: "json" };
import { DUCKDB_VERSION, duckdbPackage } from "../../src/duckdb/duckdb-package.js";
import { describeWithDuckdb, scratchFolder } from "./with-duckdb.js";

test("a missing package is one sentence with the command", () => {
  expect(() => duckdbPackage([join(scratchFolder(), "/")])).toThrow(
    `reelbook/duckdb needs the package @duckdb/node-api; install it with npm install ` +
      `@duckdb/node-api@${DUCKDB_VERSION}, or inside the course with npm run duckdb`,
  );
});

test("a package that cannot be loaded says why", () => {
  const folder = scratchFolder();
  const broken = join(folder, "node_modules/@duckdb/node-api");
  mkdirSync(broken, { recursive: true });
  writeFileSync(join(broken, "index.js"), 'throw new Error("GLIBC_2.34 not found\\nmore");');
  expect(() => duckdbPackage([join(folder, "/")])).toThrow(
    "needs the package @duckdb/node-api (GLIBC_2.34 not found); install",
  );
});

test("the version that it names is the one that the course installs", () => {
  expect(lock.dependencies["@duckdb/node-api"]).toBe(DUCKDB_VERSION);
});

describeWithDuckdb("the package", () => {
  test("has what the library uses", () => {
    const { DuckDBInstance, DuckDBDataChunk, ...types } = duckdbPackage();
    expect([typeof DuckDBInstance.create, typeof DuckDBDataChunk.create]).toEqual(["function", "function"]);
    expect([types.INTEGER, types.DOUBLE, types.VARCHAR]).not.toContain(undefined);
  });
});
