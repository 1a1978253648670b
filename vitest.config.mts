import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/lib/longest-first.mjs";
import { referenceSources } from "./scripts/lib/reference-sources.mjs";

const sharedData = new URL("../shared/data", import.meta.url);
const env =
  process.env.REELBOOK_DATA || !existsSync(sharedData) ? {} : { REELBOOK_DATA: sharedData.pathname };

const inFolders = (...folders: string[]) => folders.map((folder) => `test/${folder}/**/*.test.ts`);

/** Tests that only compute: they share a process, so that the library is loaded once for all of them. */
const computing = [
  ...inFolders("charts", "datasets", "evaluation", "kernels", "math", "models", "ratings", "reference"),
  ...inFolders("settings", "sparse", "task", "text"),
];
const notebooks = inFolders("notebooks");
const browser = inFolders("browser");
const others = { include: inFolders("*"), exclude: [...computing, ...notebooks, ...browser] };

export default defineConfig({
  define: { REFERENCE_SOURCES: JSON.stringify(referenceSources()) },
  test: {
    projects: [
      { extends: true, test: { name: "computing", include: computing, isolate: false } },
      { extends: true, test: { name: "others", ...others } },
      { extends: true, test: { name: "notebooks", include: notebooks } },
      { extends: true, test: { name: "browser", include: browser } },
    ],
    env,
    setupFiles: ["test/use-backend.ts"],
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
