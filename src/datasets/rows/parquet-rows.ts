import { reportProgress } from "../../task/report-progress.js";
import { checkedColumns, findColumnFields } from "../ratings/column-fields.js";
import { DataError } from "../records/data-error.js";
import type { RowSource } from "./row-source.js";

/** A file of which parts can be read. */
export interface ByteRanges {
  readonly byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

/** Decompresses bytes, by the name of the codec. */
export type Decompressors = Readonly<Record<string, (input: Uint8Array, length: number) => Uint8Array>>;

interface ParquetMetadata {
  readonly row_groups: readonly { readonly num_rows: bigint }[];
}

/** What is used of the package hyparquet. */
export interface Hyparquet {
  parquetMetadataAsync(file: ByteRanges): Promise<ParquetMetadata>;
  parquetSchema(metadata: ParquetMetadata): {
    readonly children: readonly { readonly element: { readonly name: string } }[];
  };
  parquetReadObjects(options: {
    file: ByteRanges;
    metadata: ParquetMetadata;
    columns: string[];
    rowStart: number;
    rowEnd: number;
    compressors: Decompressors;
  }): Promise<Readonly<Record<string, unknown>>[]>;
}

/** A Parquet file, and what reads it. */
export interface ParquetSource {
  readonly name: string;
  /** Opens the file, and closes it when `read` has ended. */
  readonly withFile: (read: (file: ByteRanges) => Promise<void>) => Promise<void>;
  readonly hyparquet: Hyparquet;
  /** In addition to snappy, which hyparquet has. */
  readonly decompressors: Decompressors;
}

/** The rows of a Parquet file, a row group at a time. Errors count them from 0. */
export function parquetRows({ name, withFile, hyparquet, decompressors }: ParquetSource): RowSource {
  return {
    name,
    placeOf: (row) => ({ source: `${name} row ${row}` }),
    async read(columns, { onRow, onProgress, signal }) {
      checkedColumns({ columns, header: true });
      const task = { onProgress, signal };
      await withFile(async (file) => {
        const metadata = await parquet(name, () => hyparquet.parquetMetadataAsync(file));
        const names = hyparquet.parquetSchema(metadata).children.map(({ element }) => element.name);
        const header = { fieldCount: names.length, columnNames: [], texts: () => names };
        const fields = Object.entries(findColumnFields(header, name, { columns, header: true }));
        const wanted = fields.filter(([, field]) => field >= 0);
        const part = {
          ...{ file, metadata, compressors: decompressors },
          columns: [...new Set(wanted.map(([, field]) => names[field]))],
        };
        const counts = metadata.row_groups.map((group) => Number(group.num_rows));
        const total = counts.reduce((sum, count) => sum + count, 0);
        let rowStart = 0;
        for (const count of counts) {
          reportProgress(task, { done: rowStart, total });
          const rowEnd = rowStart + count;
          const rows = await parquet(name, () => hyparquet.parquetReadObjects({ ...part, rowStart, rowEnd }));
          for (const [place, row] of rows.entries()) {
            const valueAt = (field: number) => row[names[field]] ?? undefined;
            const values = Object.fromEntries(wanted.map(([column, field]) => [column, valueAt(field)]));
            onRow(values, rowStart + place);
          }
          rowStart = rowEnd;
        }
        reportProgress(task, { done: total, total });
      });
    },
  };
}

/** Does a step of reading Parquet; what goes wrong in it is a {@link DataError}. */
async function parquet<T>(source: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DataError(
      { source },
      {
        reason: `the file cannot be read as Parquet: ${message}`,
        cure: "write it again, with the compression snappy or gzip",
      },
    );
  }
}
