// @module-tag long
import { vi } from "vitest";
import { intervalTests, rowTests } from "./row-tests.js";
import { isSlow, isSlowest } from "./slow-rows.js";

vi.mock("reelbook", () => import("../../src/index.js"));

const patience = { timeout: 1_800_000 };
rowTests((table, row) => isSlow(table, row) && !isSlowest(table, row), patience);
intervalTests(patience);
