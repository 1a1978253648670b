import { DataError } from "./data-error.js";
import type { RecordReader } from "./record-reader.js";

/** Checks that the current record is the expected header; otherwise a {@link DataError}. */
export function checkHeader(
  reader: RecordReader,
  source: string,
  { wanted, of }: { wanted: readonly string[]; of: string },
): void {
  const names = reader.texts().map((name) => name.trim());
  if (names.length !== wanted.length || names.some((name, field) => name !== wanted[field])) {
    throw new DataError(
      { source, line: reader.line },
      {
        value: names.join(reader.separator),
        reason: `is not the header of ${of}`,
        cure: `expected ${JSON.stringify(wanted.join(reader.separator))}`,
      },
    );
  }
  reader.columnNames = wanted;
}
