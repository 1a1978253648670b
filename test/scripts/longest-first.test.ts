import { join } from "node:path";
import { expect, test } from "vitest";
import type { TestSpecification, Vitest } from "vitest/node";
import { LongestFirst } from "../../scripts/lib/longest-first.mjs";
import { scratchFolder } from "./scratch-course.js";

test("files that are marked long start first, then the slow ones", async () => {
  // In two parts, so that vitest does not take them for marks of this file.
  const marked = (tag: string) => `// @module-${"tag"} ${tag}\ntest();`;
  const folder = scratchFolder({
    "a.test.ts": "test();",
    "b.test.ts": marked("slow"),
    "c.test.ts": marked("long"),
    "d.test.ts": "test();",
  });
  const cache = { getFileStats: () => undefined, getFileTestResults: () => undefined };
  const sequencer = new LongestFirst({ config: { root: folder }, cache } as unknown as Vitest);
  const files = ["a", "b", "c", "d"].map((name) => ({
    moduleId: join(folder, `${name}.test.ts`),
    project: { name: "", config: { sequence: { groupOrder: 0 } } },
  }));
  const sorted = await sequencer.sort(files as unknown as TestSpecification[]);
  expect(sorted.map(({ moduleId }) => moduleId.at(-".test.ts".length - 1))).toEqual(["c", "b", "a", "d"]);
});
