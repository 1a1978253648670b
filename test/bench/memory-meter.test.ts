import { expect, test } from "vitest";
import { root, runNode } from "../scripts/scratch-course.js";

const LARGE = 200_000_000;

/**
 * The readings for one rating if 200 MB are filled and freed before the meter starts, and so many
 * bytes afterwards.
 */
function readAfter(bytes: number): { bytesKept: number; bytesAtPeak: number } {
  const lines = [
    'const { memoryMeter } = await import("./bench/ours/memory-meter.mjs");',
    "const fill = (bytes) => Buffer.alloc(bytes, 1).length;",
    `fill(${LARGE});`,
    "const read = memoryMeter();",
    `fill(${bytes});`,
    "console.log(JSON.stringify(read(1)));",
  ];
  const { printed } = runNode(root, ["--expose-gc", "--input-type=module", "--eval", lines.join("\n")]);
  return JSON.parse(printed);
}

test.runIf(process.platform === "linux")("a peak before the meter started does not count", () => {
  expect(readAfter(0).bytesAtPeak).toBeLessThan(LARGE / 10);
});

test("freed memory counts at the peak, and is not kept", () => {
  const { bytesKept, bytesAtPeak } = readAfter(LARGE);
  expect(bytesAtPeak).toBeGreaterThan(0.9 * LARGE);
  expect(bytesKept).toBeLessThan(LARGE / 10);
});
