import { skippedRowsText } from "../datasets/records/skipped-rows-text.js";

/** Warns about the skipped rows of a file, for programs that do not read `skipped`. */
export function warnOfSkippedRows(...rows: Parameters<typeof skippedRowsText>): void {
  const text = skippedRowsText(...rows);
  if (text) process.emitWarning(text, "SkippedRows");
}
