import { DataError } from "./data-error.js";
import type { RecordReader } from "./record-reader.js";

/** Takes the current record as the header; a {@link DataError} where it is not the wanted one. */
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
        reason: `is another header than that of ${of}`,
        cure: `it wants ${JSON.stringify(wanted.join(reader.separator))}`,
      },
    );
  }
  reader.columnNames = wanted;
}
