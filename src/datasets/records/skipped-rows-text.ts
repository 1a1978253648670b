import type { SkippedRows } from "../../ratings/skipped-rows.js";

/** A sentence about the rows that were left out of a file; undefined if none was. */
export function skippedRowsText(
  file: string,
  { skipped, count }: { skipped: SkippedRows | undefined; count: number },
): string | undefined {
  if (!skipped) return undefined;
  const rows = skipped.count === 1 ? "1 row was" : `${skipped.count} rows were`;
  const reasons = skipped.reasons.map((each) => `${each.count} × ${each.reason}, first ${each.first}`);
  return `${file}: ${rows} left out and ${count} kept: ${reasons.join(" · ")}`;
}
