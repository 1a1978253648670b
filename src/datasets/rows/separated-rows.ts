import { reportProgress } from "../../task/report-progress.js";
import { checkedColumns, findColumnFields } from "../ratings/column-fields.js";
import { readId } from "../ratings/read-id.js";
import { DataError } from "../records/data-error.js";
import { guessSeparator } from "../records/guess-separator.js";
import { correction, wrongFieldCount } from "../records/read-fields.js";
import type { Separator } from "../records/record-format.js";
import { RecordReader } from "../records/record-reader.js";
import type { Encoding, TextSource } from "../records/text-source.js";
import { OR_SKIP } from "./or-skip.js";
import type { RowSource, RowValues } from "./row-source.js";

/** The format of a CSV or TSV. */
export interface SeparatedFormat {
  /** @default the one of , ; tab | and :: that is most frequent in the first line */
  readonly separator?: Separator | undefined;
  /** Whether the first line is a header. @default true, unless columns are given by position */
  readonly header?: boolean | undefined;
  /** @default "utf-8" */
  readonly encoding?: Encoding | undefined;
}

/**
 * The rows of a CSV or TSV: a value is a number if it is a whole one in canonical form, otherwise
 * its trimmed text, and undefined if it is empty.
 */
export function separatedRows(source: TextSource, format: SeparatedFormat = {}): RowSource {
  const { name } = source;
  return {
    name,
    placeOf: (line) => ({ source: name, line }),
    async read(columns, { onRow, onBroken, ...task }) {
      const { header = Object.values(columns).some((column) => typeof column === "string") } = format;
      checkedColumns({ columns, header });
      const separator = format.separator ?? (await guessSeparator(source));
      const quotes = separator !== "::";
      const reader = new RecordReader(source, { separator, quotes, encoding: format.encoding ?? "utf-8" });
      let fields: [column: string, field: number][] | undefined;
      let fieldCount = 0;
      const readRecord = () => {
        if (!fields) {
          fields = Object.entries(findColumnFields(reader, name, { columns, header }));
          fieldCount = reader.fieldCount;
          if (header) return;
        }
        const read = readValues(reader, { name, fields, fieldCount });
        if (read instanceof DataError) onBroken(read);
        else onRow(read, reader.line);
      };
      await reader.read(readRecord, {
        onBroken,
        onChunk: (done) => reportProgress(task, { done, total: source.size ?? done }),
      });
    },
  };
}

/** The values of the current record, or why it has none. */
function readValues(
  reader: RecordReader,
  { name, fields, fieldCount }: { name: string; fields: [string, number][]; fieldCount: number },
): RowValues | DataError {
  if (reader.fieldCount !== fieldCount) {
    return wrongFieldCount(reader, name, { fieldCount, cure: `${correction(reader)}, ${OR_SKIP}` });
  }
  try {
    const valueAt = (field: number) => {
      const value = field < 0 ? "" : readId(reader, field);
      return value === "" ? undefined : value;
    };
    return Object.fromEntries(fields.map(([column, field]) => [column, valueAt(field)]));
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
}
