import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";

const checksums = readFileSync(join(root, "data/README.md"), "utf8").matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm);
const listed = new Map([...checksums].map(([, checksum, file]) => [`data/${file}`, checksum]));

/** The lines that git prints. */
function git(...args: string[]): string[] {
  return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: "pipe" }).trim().split("\n");
}

describe("the committed data", () => {
  test("have the checksums that data/README.md lists", () => {
    const sha256 = (file: string) =>
      createHash("sha256")
        .update(readFileSync(join(root, file)))
        .digest("hex");
    expect(listed.size).toBe(5);
    for (const [file, checksum] of listed) expect(sha256(file), file).toBe(checksum);
  });
});

describe.skipIf(!existsSync(join(root, ".git")))("git (needs a clone)", () => {
  test("contains no data but ml-latest-small", () => {
    const known = git("ls-files", "data");
    expect(known.sort()).toEqual(["data/README.md", ...listed.keys()].sort());
  });

  test("ignores every other data set", () => {
    const others = ["data/ml-100k/u.data", "data/ml-1m.zip", "data/mine.csv"];
    expect(git("check-ignore", "--no-index", ...others)).toEqual(others);
  });

  test("does not convert the line ends of the data", () => {
    const attributes = git("check-attr", "text", ...listed.keys());
    expect(attributes).toEqual([...listed.keys()].map((file) => `${file}: text: unset`));
  });

  test("contains no path of a machine and no package registry", () => {
    const machine = "/(work|root|home|Users)/[A-Za-z]";
    const registry = 'registry[.][a-z]+|python[h]osted|pypi[.]org/simple|"[r]esolved": "http';
    expect(linesWith(`${machine}|${registry}`)).toEqual([]);
  });
});

/** The lines of git's files that match a pattern, written so that it does not match itself. */
function linesWith(pattern: string): string[] {
  try {
    return git("grep", "-nIE", "-e", pattern, "--", ".", ":!data/ml-latest-small");
  } catch (error) {
    if ((error as { status?: number }).status === 1) return [];
    throw error;
  }
}
