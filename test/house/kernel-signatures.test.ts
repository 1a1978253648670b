import { expect, test } from "vitest";
import { signatureFaults } from "./kernel-signatures.js";
import { sourceTree } from "./source-tree.js";

test("kernels take at most 7 arguments, and no booleans", () => {
  expect(signatureFaults(sourceTree())).toEqual([]);
});

test("the check finds functions of all kinds with 8 parameters, and booleans", () => {
  const eight = "a, b, c, d, e, f, g, h";
  const faults = signatureFaults({
    "kernels/dense/x.ts": `
      export function one(${eight}) {}
      function two(${eight}) {}
      const three = { four(${eight}) {}, five: (${eight}) => 0 };
      export type Six = (${eight}) => void;
      export function seven(a, b, c, d, e, f, g) { return (isLower: boolean) => g; }
      export interface Options { readonly positiveOnly: boolean }`,
    "models/contract/x.ts": `export function one(${eight}) {}`,
  });
  expect(faults).toEqual([
    "kernels/dense/x.ts: one takes 8 arguments",
    "kernels/dense/x.ts: two takes 8 arguments",
    "kernels/dense/x.ts: four takes 8 arguments",
    "kernels/dense/x.ts: an unnamed function takes 8 arguments",
    "kernels/dense/x.ts: an unnamed function takes 8 arguments",
    "kernels/dense/x.ts: isLower is a boolean",
    "kernels/dense/x.ts: positiveOnly is a boolean",
  ]);
});
