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
    const child = spawn(process.execPath, ["-e", CHILD], { stdio: ["ignore", "pipe", "ignore"] });
    try {
      await once(child.stdout, "data");
      const ofChild = treeMemory(child.pid ?? 0);
      expect(ofChild).toBeGreaterThan(HELD);
      expect(ofChild).toBeLessThan(2 * HELD);
      // This process alone changes by far less than HELD between two looks.
      expect(treeMemory(process.pid)).toBeGreaterThan(process.memoryUsage().rss + HELD / 2);
      expect(treeMemory(process.pid)).toBeLessThan(process.memoryUsage().rss + ofChild + HELD / 2);
      const end = watchTreeMemory(child.pid ?? 0);
      child.kill();
      await once(child, "exit");
      expect(end()).toBeGreaterThan(HELD);
    } finally {
      child.kill();
    }
  },
);
