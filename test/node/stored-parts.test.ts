import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readStoredParts } from "../../src/node/stored-parts.js";

const folder = mkdtempSync(join(tmpdir(), "reelbook-parts-"));
const path = join(folder, "stored-parts.json");
afterAll(() => rmSync(folder, { recursive: true }));

test("published parts are read by their titles; none without the file", () => {
  expect(readStoredParts(path)).toEqual({});
  writeFileSync(path, '{"On Spark":"<p>list</p>"}');
  expect(readStoredParts(path)).toEqual({ "On Spark": "<p>list</p>" });
});

test("a damaged file is an error that names it, with the remedy", () => {
  writeFileSync(path, '{"On Spark":');
  expect(() => readStoredParts(path)).toThrow(/stored-parts\.json is not JSON \(.+\); get it again/);
});
