import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/lib/longest-first.mjs";
import { referenceSources } from "./scripts/lib/reference-sources.mjs";

const sharedData = new URL("../shared/data", import.meta.url);
const env =
  process.env.REELBOOK_DATA || !existsSync(sharedData) ? {} : { REELBOOK_DATA: sharedData.pathname };

export default defineConfig({
  define: { REFERENCE_SOURCES: JSON.stringify(referenceSources()) },
  test: {
    include: ["test/**/*.test.ts"],
    env,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // vitest itself would leave one core idle.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    tags: [
      { name: "slow", description: "takes seconds; npm test -- --quick leaves it out" },
      { name: "long", description: "takes many seconds; only npm test -- --all runs it" },
    ],
  },
});
