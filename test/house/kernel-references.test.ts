import { expect, test } from "vitest";
import { referenceFaults } from "./kernel-references.js";
import { sourceTree } from "./source-tree.js";

test("every kernel names a reference that exists, or gives the plain form of its loop", () => {
  expect(referenceFaults(sourceTree())).toEqual([]);
});

test("the check finds a kernel without a reference, and a reference that does not exist", () => {
  const kernel = (comment: string) => `/**\n * ${comment}\n */\nexport function f() {}`;
  const faults = referenceFaults({
    "kernels/dense/add-row.ts": kernel("Adds."),
    "kernels/dense/ordered-dot.ts": kernel("Multiplies."),
    "kernels/a.ts": kernel("Fast."),
    "kernels/b.ts": kernel("Fast. Reference:\n * src/reference/x.ts."),
    "kernels/c.ts": kernel("Fast. References: `one` and\n * `two` in src/reference/x.ts."),
    "kernels/d.ts": kernel("Fast. Reference: src/reference/y.ts."),
    "kernels/types.ts": "export interface Rates { rate: number }",
    "reference/x.ts": "export function one() {}",
  });
  expect(faults).toEqual([
    'src/kernels/a.ts names no reference: write "Reference: src/reference/….ts."',
    "src/kernels/c.ts: src/reference/x.ts has no one, two",
    "src/kernels/d.ts: src/reference/y.ts has no function",
  ]);
});
