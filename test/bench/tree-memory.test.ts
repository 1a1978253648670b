import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { treeMemory, watchTreeMemory } from "../../bench/ours/tree-memory.mjs";

const HELD = 100 * 2 ** 20;
const CHILD = `const held = Buffer.alloc(${HELD}, 1); console.log(held.length); setInterval(() => held, 1000);`;

test.skipIf(!existsSync("/proc/self/status"))(
  "memory is that of a process and of what it started, at its peak",
  async () => {
    const alone = treeMemory(process.pid);
    expect(alone).toBeGreaterThan(2 ** 20);
    const child = spawn(process.execPath, ["-e", CHILD], { stdio: ["ignore", "pipe", "ignore"] });
    try {
      await once(child.stdout, "data");
      const end = watchTreeMemory(process.pid);
      expect(treeMemory(process.pid)).toBeGreaterThan(treeMemory(child.pid ?? 0));
      expect(treeMemory(child.pid ?? 0)).toBeGreaterThan(HELD);
      expect(end()).toBeGreaterThan(HELD);
    } finally {
      child.kill();
    }
  },
);
