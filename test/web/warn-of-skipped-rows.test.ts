import { afterEach, expect, test, vi } from "vitest";
import { warnOfSkippedRows } from "../../src/web/warn-of-skipped-rows.js";

afterEach(() => vi.restoreAllMocks());

test("warns on the console, and only if rows were left out", () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  warnOfSkippedRows("a.csv", { skipped: undefined, count: 2 });
  expect(warn).not.toHaveBeenCalled();
  warnOfSkippedRows("a.csv", { skipped: { count: 2, reasons: [] }, count: 1 });
  expect(warn).toHaveBeenCalledWith(
    expect.stringMatching(/^SkippedRows: a\.csv: 2 rows were left out and 1/),
  );
});
