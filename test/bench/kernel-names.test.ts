import { expect, test } from "vitest";
import { kernelNames } from "../../bench/lib/kernel-names.mjs";

test("every kernel has a name, and no two have the same number", async () => {
  const names = await kernelNames();
  expect([...names.values()]).toContain("denseWeightScores");
  expect(names.size).toBe(new Set(names.values()).size);
  for (const number of names.keys()) expect(number).toMatch(/^wasm-function\[\d+\]$/);
});
