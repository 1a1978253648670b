import { hasControlCharacter } from "./control-characters.js";
import { DataError } from "./data-error.js";
import type { RecordReader } from "./record-reader.js";

/**
 * The texts of the current record; a {@link DataError} for another number of fields, or for control
 * characters.
 */
export function readFields(reader: RecordReader, source: string, fieldCount: number): string[] {
  const texts = reader.texts();
  if (texts.length !== fieldCount) {
    throw wrongFieldCount(reader, source, { fieldCount, cure: correction(reader) });
  }
  const hidden = texts.findIndex(hasControlCharacter);
  if (hidden >= 0) {
    throw badField(reader, source, {
      field: hidden,
      reason: "contains a line break or an invisible character",
    });
  }
  return texts;
}

/** What to do with a record that cannot be parsed. */
export function correction({ isUnfinished }: RecordReader): string {
  return `${isUnfinished ? "the file ends within this line and may be cut short: " : ""}correct the row`;
}

/** The error for a record with another number of fields. */
export function wrongFieldCount(
  reader: RecordReader,
  source: string,
  { fieldCount, cure }: { fieldCount: number; cure: string },
): DataError {
  return new DataError(
    { source, line: reader.line },
    {
      value: reader.texts().join(reader.separator),
      reason: `has ${reader.fieldCount} fields instead of ${fieldCount}`,
      cure,
    },
  );
}

/** An error in a field of the current record. */
export function badField(
  reader: RecordReader,
  source: string,
  { field, reason, cure = "correct the row" }: { field: number; reason: string; cure?: string | undefined },
): DataError {
  return new DataError(
    { source, line: reader.line, column: reader.columnNames[field] ?? field },
    { value: reader.text(field), reason, cure },
  );
}
