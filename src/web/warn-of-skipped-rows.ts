import { skippedRowsText } from "../datasets/records/skipped-rows-text.js";

/** Warns about the skipped rows of a file on the console, for those who do not read `skipped`. */
export function warnOfSkippedRows(...rows: Parameters<typeof skippedRowsText>): void {
  const text = skippedRowsText(...rows);
  // biome-ignore lint/suspicious/noConsole: a page has no other place for warnings
  if (text) console.warn(`SkippedRows: ${text}`);
}
