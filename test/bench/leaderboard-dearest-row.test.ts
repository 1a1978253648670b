// @module-tag long
import { vi } from "vitest";
import { isDearest } from "./dear-rows.js";
import { rowTests } from "./row-tests.js";

vi.mock("reelbook", () => import("../../src/index.js"));

// A file of its own, so that it runs beside the other rows.
rowTests(isDearest, { timeout: 3_600_000 });
