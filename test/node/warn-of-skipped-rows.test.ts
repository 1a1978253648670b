import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { warnOfSkippedRows } from "../../src/node/warn-of-skipped-rows.js";

let warnings: MockInstance<typeof process.emitWarning>;
beforeEach(() => {
  warnings = vi.spyOn(process, "emitWarning").mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

const reason = { reason: "is not a number", count: 1, first: 'a.csv line 3: "x" is not a number' };

test("nothing is said where no row was left out", () => {
  warnOfSkippedRows("a.csv", { skipped: undefined, count: 9 });
  expect(warnings).not.toHaveBeenCalled();
});

test("one row is said in the singular, under a name that can be filtered", () => {
  warnOfSkippedRows("a.csv", { skipped: { count: 1, reasons: [reason] }, count: 9 });
  const [[message, name] = []] = warnings.mock.calls;
  expect(message).toMatch(/^a\.csv: 1 row was .* 9 .*1 × is not a number.*a\.csv line 3: "x"/);
  expect(name).toBe("SkippedRows");
});

test("several reasons make one warning, each with its count and its first row", () => {
  const other = { reason: "has too few fields", count: 2, first: "a.csv line 5" };
  warnOfSkippedRows("a.csv", { skipped: { count: 3, reasons: [reason, other] }, count: 0 });
  expect(warnings).toHaveBeenCalledTimes(1);
  const [[message] = []] = warnings.mock.calls;
  expect(message).toMatch(/^a\.csv: 3 rows were .* 0 .*1 × .*line 3.* 2 × has too few fields.*line 5/);
});
