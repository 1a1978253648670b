// @module-tag long
import { rowTests } from "./row-tests.js";
import { isSlowest } from "./slow-rows.js";

// A file of its own, so that it runs in parallel with the other rows.
rowTests(isSlowest, { timeout: 3_600_000 });
