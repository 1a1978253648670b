import type { SkippedRows } from "../ratings/skipped-rows.js";

/** Warns about the skipped rows of a file, for programs that do not read `skipped`. */
export function warnOfSkippedRows(
  file: string,
  { skipped, count }: { skipped: SkippedRows | undefined; count: number },
): void {
  if (!skipped) return;
  const rows = skipped.count === 1 ? "1 row was" : `${skipped.count} rows were`;
  const reasons = skipped.reasons.map((each) => `${each.count} × ${each.reason}, first ${each.first}`);
  process.emitWarning(`${file}: ${rows} left out and ${count} kept: ${reasons.join(" · ")}`, "SkippedRows");
}
