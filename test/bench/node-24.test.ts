import { expect, test, vi } from "vitest";
import { measure } from "../../bench/lib/measure.mjs";
import { node24 } from "../../bench/lib/node-24.mjs";

test("BENCH_NODE_24 names the program, and its version is asked for", async () => {
  vi.stubEnv("BENCH_NODE_24", process.execPath);
  try {
    expect(await node24()).toEqual({ path: process.execPath, version: process.versions.node });
  } finally {
    vi.unstubAllEnvs();
  }
});

test("ours runs in the Node that a case names", async () => {
  await expect(measure(["ours/parse.mjs"], { node: "/no/such/node" })).rejects.toThrow("/no/such/node");
});
