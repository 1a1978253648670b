import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/lib/longest-first.mjs";
import { referenceSources } from "./scripts/lib/reference-sources.mjs";
import { hasClientPackages } from "./scripts/spark/client-package.mjs";

const sharedData = new URL("../shared/data", import.meta.url);
const env =
  process.env.REELBOOK_DATA || !existsSync(sharedData) ? {} : { REELBOOK_DATA: sharedData.pathname };

const optional = new URL(".reelbook/packages/package-tools/node_modules/", import.meta.url).pathname;

const notebooks = ["test/notebooks/**/*.test.ts"];
const browser = ["test/browser/**/*.test.ts"];

/** Tests that mock a module have a process of their own. */
const alone = [
  "test/node/write-whole-file.test.ts",
  "test/notebook/exercises/solved.test.ts",
  "test/scripts/spark-for-notebook.test.ts",
];

/** Those of packages/spark need the packages of `npm run spark -- install`; without, one says so. */
const spark = `packages/spark/test/${hasClientPackages() ? "**/*" : "installed"}.test.ts`;

/** All others share one for each core, so that the library is loaded once for all of them. */
const together = { include: ["test/**/*.test.ts"], exclude: [...alone, ...notebooks, ...browser] };

export default defineConfig({
  // What programs in bench import is the source, not the built library; optional packages are where
  // setUpPackages installs them.
  resolve: {
    alias: [
      { find: /^reelbook$/, replacement: new URL("src/index.ts", import.meta.url).pathname },
      { find: /^(hyparquet|hyparquet-writer)$/, replacement: `${optional}$1/src/node.js` },
    ],
  },
  define: { REFERENCE_SOURCES: JSON.stringify(referenceSources()) },
  test: {
    projects: [
      { extends: true, test: { name: "together", ...together, isolate: false } },
      { extends: true, test: { name: "alone", include: alone } },
      { extends: true, test: { name: "spark", include: [spark], isolate: false } },
      { extends: true, test: { name: "notebooks", include: notebooks } },
      // A page may have to wait for a busy machine: polls last longer, and a test has a second chance.
      {
        extends: true,
        test: { name: "browser", include: browser, retry: 1, expect: { poll: { timeout: 10_000 } } },
      },
    ],
    env,
    setupFiles: ["test/set-up.ts"],
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
