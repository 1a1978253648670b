import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";

const read = (name: string) => readFileSync(join(root, name), "utf8");

/** Each requirement with its hashes, on continued lines. */
function requirements(name: string): string[] {
  return read(`${name}.txt`)
    .replace(/^#.*\n/gm, "")
    .replaceAll("\\\n", " ")
    .trim()
    .split("\n");
}

describe.each(["requirements", "requirements-site"])("%s.txt", (name) => {
  test("pins each Python package, with hashes", () => {
    for (const requirement of requirements(name)) {
      expect(requirement).toMatch(/^[a-z0-9-]+==[\w.]+( ; [^-]\S.*?)?( +--hash=sha256:[0-9a-f]{64})+$/);
    }
  });

  test("pins all packages that are asked for, and names no registry host", () => {
    const pinned = requirements(name).map((requirement) => requirement.split("==")[0]);
    const asked = read(`${name}.in`).trim().split("\n");
    expect(pinned).toEqual(expect.arrayContaining(asked.map((each) => /^[\w-]+/.exec(each)![0])));
    expect(read(`${name}.txt`)).not.toMatch(/https?:|--(extra-)?index-url|--find-links/);
  });
});

test("the page has no other version of a package than JupyterLab, which is in the same environment", () => {
  const versions = new Map(
    requirements("requirements").map((each) => each.split(/==| /) as [string, string]),
  );
  for (const requirement of requirements("requirements-site")) {
    const [name = "", version] = requirement.split(/==| /);
    if (versions.has(name) && !requirement.includes(" ; ")) expect(version, name).toBe(versions.get(name));
  }
});
