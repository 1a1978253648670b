import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../scripts/lib/places.mjs";
import { OPTIONAL_VERSIONS, optionalPackage } from "../../../src/node/tables/optional-package.js";

test("a package that is not there is an error with the command that installs it", async () => {
  const missing = optionalPackage("hyparquet-missing" as "hyparquet", "reading Parquet");
  await expect(missing).rejects.toThrow(
    /^reading Parquet needs the package hyparquet-missing, which is not there; install it: npm install hyparquet-missing@/,
  );
});

test("one that is there is given", async () => {
  const { sep } = await optionalPackage<typeof import("node:path")>("node:path" as "hyparquet", "this test");
  expect(sep).toHaveLength(1);
});

test("the versions are those that the package names and the tests take", () => {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"));
  const { peerDependencies, peerDependenciesMeta } = read("src/package.json");
  const { dependencies } = read("scripts/package-tools/package.json");
  for (const [name, version] of Object.entries(OPTIONAL_VERSIONS)) {
    expect([peerDependencies[name], dependencies[name]]).toEqual([`^${version}`, version]);
    expect(peerDependenciesMeta[name]).toEqual({ optional: true });
  }
});
