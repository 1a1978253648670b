// @module-tag long
import { vi } from "vitest";
import { isDear, isDearest } from "./dear-rows.js";
import { intervalTests, rowTests } from "./row-tests.js";

vi.mock("reelbook", () => import("../../src/index.js"));

const patience = { timeout: 1_800_000 };
rowTests((table, row) => isDear(table, row) && !isDearest(table, row), patience);
intervalTests(patience);
