import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { keptFile } from "../../src/node/kept-file.js";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "reelbook-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

test("a text is kept in a file, whose folder is made", () => {
  const path = join(folder(), ".reelbook", "solved.json");
  const kept = keptFile(path);
  expect(kept.read()).toBeUndefined();
  kept.write("one");
  kept.write("two");
  expect(keptFile(path).read()).toBe("two");
  expect(readdirSync(join(path, ".."))).toEqual(["solved.json"]);
});

test("where the folder cannot be made, writing throws and reading does not", () => {
  const blocked = join(folder(), "file");
  writeFileSync(blocked, "");
  const kept = keptFile(join(blocked, "solved.json"));
  expect(kept.read()).toBeUndefined();
  expect(() => kept.write("one")).toThrow();
});
