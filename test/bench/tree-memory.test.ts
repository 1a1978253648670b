import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { treeMemory, watchTreeMemory } from "../../bench/ours/tree-memory.mjs";

const HELD = 100 * 2 ** 20;
const HOLDER = `const held = Buffer.alloc(${HELD}, 1); console.log(held.length); setInterval(() => held, 1000);`;
/** Starts the holder, and ends with it. */
const STARTER = `const { spawn } = require("node:child_process");
const holder = spawn(process.execPath, ["-e", ${JSON.stringify(HOLDER)}], { stdio: "inherit" });
process.on("SIGTERM", () => holder.kill());
holder.on("exit", () => process.exit());`;

test.skipIf(!existsSync("/proc/self/status"))(
  "memory is that of a process and of what it started, at its peak",
  async () => {
    const starter = spawn(process.execPath, ["-e", STARTER], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      await once(starter.stdout, "data");
      const bytes = treeMemory(starter.pid ?? 0);
      // Node itself takes less than HELD, and this process is not among them.
      expect(bytes).toBeGreaterThan(HELD);
      expect(bytes).toBeLessThan(3 * HELD);
      const end = watchTreeMemory(starter.pid ?? 0);
      starter.kill();
      await once(starter, "exit");
      expect(end()).toBeGreaterThan(HELD);
    } finally {
      starter.kill();
    }
  },
);
