import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../scripts/lib/places.mjs";
import * as reelbook from "../../../src/index.js";
import { modelKinds } from "../../../src/models/saving/model-kinds.js";

test("the registry holds every class of the library that can be restored, but the trees, which recommend nothing", () => {
  const restorable = Object.entries<unknown>(reelbook).filter(
    ([, value]) => typeof value === "function" && "restore" in value,
  );
  const kinds: readonly unknown[] = [...modelKinds, reelbook.BoostedTrees];
  expect(restorable.map(([name]) => name).sort()).toEqual(
    [...kinds.map((kind) => (kind as any).kind)].sort(),
  );
  for (const [, value] of restorable) expect(kinds).toContain(value);
});

test("a kind has the name of its class, and so have its models and fitted models", () => {
  for (const kind of [...modelKinds, reelbook.BoostedTrees]) expect(kind.kind).toBe(kind.name);
});

test("the registry has one line a model, in alphabetical order", () => {
  const text = readFileSync(join(root, "src/models/saving/model-kinds.ts"), "utf8");
  const [, list = ""] = /modelKinds = \[\n(.*?)\n\]/s.exec(text) ?? [];
  expect(list.split("\n").map((line) => line.trim())).toEqual(modelKinds.map(({ kind }) => `${kind},`));
  expect(modelKinds.map(({ kind }) => kind)).toEqual(modelKinds.map(({ kind }) => kind).sort());
});
