import { expect, test, vi } from "vitest";
import { profiled, sharesOf } from "../../bench/ours/profiled.mjs";

test("shares are of all samples, by function, the largest first; small ones are left out", () => {
  const node = (functionName: string, hitCount: number) => ({
    id: 1,
    hitCount,
    callFrame: { functionName, scriptId: "", url: "", lineNumber: 0, columnNumber: 0 },
  });
  const nodes = [node("copy", 20), node("tile", 40), node("rare", 1), node("tile", 39)];
  expect(sharesOf({ nodes })).toEqual([
    { name: "tile", share: 0.79 },
    { name: "copy", share: 0.2 },
  ]);
});

test("work gives its answer, with and without a profile", async () => {
  expect(profiled(() => 7)).toBe(7);
  vi.stubEnv("BENCH_PROFILE", "1");
  const once = vi.spyOn(process, "once").mockReturnThis();
  try {
    expect(profiled(() => 8)).toBe(8);
    expect(await profiled(async () => 9)).toBe(9);
    expect(once).toHaveBeenCalledTimes(2);
  } finally {
    vi.unstubAllEnvs();
    once.mockRestore();
  }
});
