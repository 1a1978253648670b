import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import { requirementsIn } from "../../scripts/lib/requirements-in.mjs";

const read = (name: string) => readFileSync(join(root, name), "utf8");
const files = readdirSync(root).filter((name) => /^requirements.*\.txt$/.test(name));

test("what JupyterLab, the page, the peers and Spark need is pinned", () => {
  const parts = ["", "-bench", "-site", "-spark"];
  const expected = parts.map((part) => `requirements${part}.txt`);
  expect(files).toEqual(expect.arrayContaining(expected));
});

describe.each(files)("%s", (file) => {
  const requirements = requirementsIn(read(file));

  test("pins each Python package, with hashes", () => {
    for (const requirement of requirements) {
      expect(requirement).toMatch(/^[a-z0-9-]+==[\w.]+( ; [^-]\S.*?)?( +--hash=sha256:[0-9a-f]{64})+$/);
    }
  });

  test("pins all packages that are asked for, in that version, and names no registry host", () => {
    const pinned = requirements.map((requirement) => requirement.split(" ")[0]!);
    for (const asked of requirementsIn(read(file.replace(".txt", ".in")))) {
      if (asked.includes("==")) expect(pinned).toContain(asked);
      else expect(pinned.map((each) => each.split("==")[0])).toContain(/^[\w-]+/.exec(asked)![0]);
    }
    expect(read(file)).not.toMatch(/https?:|--(extra-)?index-url|--find-links/);
  });
});

test("the page has no other version of a package than JupyterLab, which is in the same environment", () => {
  const requirements = (file: string) => requirementsIn(read(file));
  const versions = new Map(
    requirements("requirements.txt").map((each) => each.split(/==| /) as [string, string]),
  );
  for (const requirement of requirements("requirements-site.txt")) {
    const [name = "", version] = requirement.split(/==| /);
    if (versions.has(name) && !requirement.includes(" ; ")) expect(version, name).toBe(versions.get(name));
  }
});
