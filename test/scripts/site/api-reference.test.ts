// @module-tag slow
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../../scripts/lib/places.mjs";
import { buildApiReference } from "../../../scripts/site/api-reference.mjs";
import * as reelbook from "../../../src/index.js";
import * as references from "../../../src/reference.js";

const parent = mkdtempSync(join(tmpdir(), "reelbook-"));
const folder = join(parent, "reference");
beforeAll(() => buildApiReference(folder), 300_000);
afterAll(() => rmSync(parent, { recursive: true }));

const pages = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
const textOf = (page: string) => readFileSync(join(folder, page), "utf8");

test("the API reference has a page for each value of reelbook and reelbook/reference", () => {
  const names = new Set(pages().map((path) => path.replace(/^.*[\\/]|\.html$/g, "")));
  const wanted = [
    ...Object.keys(reelbook).map((name) => `index.${name}`),
    ...Object.keys(references).map((name) => `reference.${name}`),
  ];
  expect(wanted.length).toBeGreaterThan(150);
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});

test("a page has the formula, the options with their defaults, and the example", () => {
  const text = textOf("functions/index.ndcgAt.html").replace(/<[^>]*>/g, "");
  expect(text).toContain("DCG = Σ over the places of hits");
  expect(text).toContain("ndcgAt({ hits: [0, 0, 1], relevantCount: 1 }, 3); // 0.5");
  expect(textOf("interfaces/index.KFoldsOptions.html")).toContain("Default");
});

test("a member is on the page of the type that declares it", () => {
  expect(textOf("classes/index.FittedModel.html")).toContain('id="recommendall"');
  const page = textOf("interfaces/index.FittedPureSvd.html");
  expect(page).toContain('id="singularvalues"');
  expect(page).not.toContain('id="recommendall"');
  expect(page).toContain('href="index.FittedFactors.html"');
});

test("its first page is the README, with the settings and the changes beside it", () => {
  expect(textOf("index.html")).toContain("Recommenders in TypeScript");
  expect(textOf("documents/src_SETTINGS.html")).toContain("ItemKnn");
  expect(textOf("documents/CHANGELOG.html")).toContain("Unreleased");
});

test("every link leads to a page that exists, and no page names this machine", () => {
  const broken = pages().flatMap((page) => {
    const links = [...textOf(page).matchAll(/(?:href|src)="([^"#?:]+)(?:#[^"]*)?"/g)].map(
      ([, link]) => link!,
    );
    return links
      .filter((link) => !existsSync(join(folder, dirname(page), link)))
      .map((link) => `${page}: ${link}`);
  });
  expect(broken).toEqual([]);
  expect(pages().filter((page) => textOf(page).includes(root))).toEqual([]);
});

test("nothing that is there already is replaced", async () => {
  await expect(buildApiReference(parent)).rejects.toThrow("exists; the API reference needs a new folder");
  expect(readdirSync(parent)).toEqual(["reference"]);
});
