import { expect, test } from "vitest";
import { skippedRowsText } from "../../../src/datasets/records/skipped-rows-text.js";

const reason = { reason: "is not a number", count: 1, first: "line 3" };

test("says how many rows were left out and why; nothing where none was", () => {
  expect(skippedRowsText("a.csv", { skipped: undefined, count: 2 })).toBeUndefined();
  expect(skippedRowsText("a.csv", { skipped: { count: 1, reasons: [reason] }, count: 2 })).toBe(
    "a.csv: 1 row was left out and 2 kept: 1 × is not a number, first line 3",
  );
});
