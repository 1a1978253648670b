import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const sharedData = new URL("../shared/data", import.meta.url);
const env =
  process.env.REELBOOK_DATA || !existsSync(sharedData) ? {} : { REELBOOK_DATA: sharedData.pathname };

export default defineConfig({
  test: { include: ["test/**/*.test.ts"], env, testTimeout: 60_000, hookTimeout: 120_000 },
});
