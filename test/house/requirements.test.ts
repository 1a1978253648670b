import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";

const read = (name: string) => readFileSync(join(root, name), "utf8");
/** Each requirement with its hashes, on continued lines. */
const requirements = read("requirements.txt")
  .replace(/^#.*\n/gm, "")
  .replaceAll("\\\n", " ")
  .trim()
  .split("\n");

test("each Python package is pinned, with hashes", () => {
  for (const requirement of requirements) {
    expect(requirement).toMatch(/^[a-z0-9-]+==[\w.]+( ; [^-]\S.*?)?( +--hash=sha256:[0-9a-f]{64})+$/);
  }
});

test("all packages of requirements.in are pinned, and no registry host is named", () => {
  const pinned = requirements.map((requirement) => requirement.split("==")[0]);
  const asked = read("requirements.in").trim().split("\n");
  expect(pinned).toEqual(expect.arrayContaining(asked.map((each) => /^[\w-]+/.exec(each)![0])));
  expect(read("requirements.txt")).not.toMatch(/https?:|--(extra-)?index-url|--find-links/);
});
