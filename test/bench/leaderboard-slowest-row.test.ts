// @module-tag long
import { vi } from "vitest";
import { rowTests } from "./row-tests.js";
import { isSlowest } from "./slow-rows.js";

vi.mock("reelbook", () => import("../../src/index.js"));

// A file of its own, so that it runs in parallel with the other rows.
rowTests(isSlowest, { timeout: 3_600_000 });
