// @module-tag slow
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileKernels, MOST_BYTES, moduleFile } from "../../scripts/kernels.mjs";
import { root } from "../../scripts/lib/places.mjs";

test("the committed modules are what the compiler makes of the sources, in at most 30 KB", async () => {
  const modules = await compileKernels();
  const committed = readFileSync(join(root, "src/kernels/wasm/module-bytes.ts"), "utf8");
  expect(moduleFile(modules) === committed, "npm run kernels writes the committed modules again").toBe(true);
  expect(modules.plain.length + modules.relaxed.length).toBeLessThanOrEqual(MOST_BYTES);
  expect(modules.plain).not.toEqual(modules.relaxed);
});
