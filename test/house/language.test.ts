import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import { brokenLanguage } from "./language.js";

/** Texts that name discarded words: the glossary, its check, and renames. */
const ABOUT_WORDS = [
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "test/house/language.ts",
  "test/house/language.test.ts",
];

describe.skipIf(!existsSync(join(root, ".git")))("the language of code and documents (needs a clone)", () => {
  test("is that of the glossary, in comments of at most 100 columns", () => {
    const folders = [
      "src",
      "lab",
      "pages",
      "packages",
      "scripts",
      "bench",
      "test",
      "examples",
      "docs",
      "*.md",
    ];
    const files = execFileSync("git", ["ls-files", ...folders], { cwd: root, encoding: "utf8" })
      .trim()
      .split("\n")
      .filter((file) => /\.(ts|mts|mjs|py|md)$/.test(file) && !ABOUT_WORDS.includes(file))
      .filter((file) => existsSync(join(root, file)));
    expect(files.length).toBeGreaterThan(600);
    const broken = files.flatMap((file) => brokenLanguage(file, readFileSync(join(root, file), "utf8")));
    expect(broken).toEqual([]);
  });
});

test("the check finds discarded words and wide comments", () => {
  const wide = `// ${"word ".repeat(20)}`;
  expect(brokenLanguage("src/a.ts", `const rests = 1;\n${wide}\nlet layout, rest;`)).toEqual([
    'src/a.ts:1: "rests" is not in the glossary; write: residuals',
    `src/a.ts:2: the comment is ${wide.length} columns wide; 100 are the most`,
  ]);
  expect(brokenLanguage("README.md", `all is made anew, ${"and so on ".repeat(12)}`)).toEqual([
    'README.md:1: "anew" is not in the glossary; write: again',
  ]);
});
