import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import { MAX_FILES } from "./layout.js";

/** The folders of packages/spark/src from the bottom up. */
const LAYERS = ["settings", "transport", "arrow", "plans", "session", "models", "evaluation"];

const folder = join(root, "packages/spark");
const paths = (name: string) =>
  readdirSync(join(folder, name), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll(sep, "/"))
    .filter((path) => path.endsWith(".ts"));
const sources = paths("src");
const text = (path: string) => readFileSync(join(folder, "src", path), "utf8");
const { dependencies, peerDependencies, version } = JSON.parse(
  readFileSync(join(folder, "package.json"), "utf8"),
);

test("packages/spark imports down its layers, and of the core only the public entry point", () => {
  const packages = [...Object.keys(dependencies), "reelbook"];
  const broken = sources.flatMap((path) => {
    const specifiers = [...text(path).matchAll(/ from "([^"]+)"/g)].map(([, specifier = ""]) => specifier);
    const level = (name: string) => LAYERS.indexOf(name.split("/")[0] ?? "");
    return specifiers
      .filter((specifier) => {
        if (specifier.startsWith("node:")) return false;
        if (!specifier.startsWith("."))
          return !packages.some((name) => [name, `${name}/wkt`].includes(specifier));
        const target = join(path, "..", specifier).replaceAll(sep, "/").replace(/\.js$/, ".ts");
        return !sources.includes(target) || (path !== "index.ts" && level(target) > level(path));
      })
      .map((specifier) => `${path} imports ${specifier}`);
  });
  expect(broken).toEqual([]);
  expect(sources.filter((path) => path !== "index.ts" && !LAYERS.includes(path.split("/")[0] ?? ""))).toEqual(
    [],
  );
});

test("packages/spark/test mirrors its src path for path, and no folder is too large", () => {
  const tests = paths("test");
  const withLogic = sources.filter((path) => /^(export )?(async )?(class|function)\b/m.test(text(path)));
  expect(withLogic.filter((path) => !tests.includes(path.replace(/\.ts$/, ".test.ts")))).toEqual([]);
  const ofFolders = tests.filter((path) => LAYERS.includes(path.split("/")[0] ?? ""));
  expect(ofFolders.filter((path) => !sources.includes(path.replace(/\.test\.ts$/, ".ts")))).toEqual([]);
  for (const layer of LAYERS) {
    expect(sources.filter((path) => path.startsWith(`${layer}/`)).length, layer).toBeLessThanOrEqual(
      MAX_FILES,
    );
  }
});

test("packages/spark pins what it depends on, and takes the core of its version", () => {
  for (const pinned of Object.values(dependencies)) expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
  const core = JSON.parse(readFileSync(join(root, "src/package.json"), "utf8"));
  expect(version).toBe(core.version);
  expect(peerDependencies).toEqual({ reelbook: `^${core.version}` });
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  expect(lock).not.toMatch(/"resolved"|https?:\/\/registry/);
});
