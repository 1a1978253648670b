import { basename, extname } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { jsonLinesRows } from "../../datasets/rows/json-lines-rows.js";
import { type Decompressors, type Hyparquet, parquetRows } from "../../datasets/rows/parquet-rows.js";
import type { RowSource } from "../../datasets/rows/row-source.js";
import { type SeparatedFormat, separatedRows } from "../../datasets/rows/separated-rows.js";
import { oneOf } from "../../settings/checks.js";
import { fileSource } from "../file-source.js";
import { withFileRanges } from "./file-ranges.js";
import { optionalPackage } from "./optional-package.js";

/** A format of files of rows: CSV and TSV, an object on each line, or Parquet. */
export type FileFormat = "csv" | "json-lines" | "parquet";

/** The format of a file of rows. */
export interface FileRowsOptions extends SeparatedFormat {
  /**
   * Parquet is read by the package hyparquet, which is to be installed beside this one.
   * @default by the end of the file's name: .jsonl and .ndjson, .parquet, and "csv" for all others
   */
  readonly format?: FileFormat | undefined;
}

const FORMATS: Readonly<Record<string, FileFormat>> = {
  ".jsonl": "json-lines",
  ".ndjson": "json-lines",
  ".parquet": "parquet",
};

/** Since Node 22.15, so not by import. */
const { zstdDecompressSync: zstd } = (process.getBuiltinModule?.("node:zlib") ?? {}) as {
  readonly zstdDecompressSync?: (bytes: Uint8Array) => Uint8Array;
};

/** Those of Parquet's codecs that Node has. */
const DECOMPRESSORS: Decompressors = {
  GZIP: (bytes) => gunzipSync(bytes),
  BROTLI: (bytes) => brotliDecompressSync(bytes),
  ...(zstd && { ZSTD: (bytes: Uint8Array) => zstd(bytes) }),
};

/** The format of a file of rows, by its name where it is not given. */
export function fileFormat(path: string, { format }: FileRowsOptions): FileFormat {
  if (format === undefined) return FORMATS[extname(path).toLowerCase()] ?? "csv";
  return oneOf(["csv", "json-lines", "parquet"], { format });
}

/** The rows of a file in any of the formats. */
export async function fileRows(path: string, options: FileRowsOptions): Promise<RowSource> {
  const format = fileFormat(path, options);
  if (format === "parquet") return parquetFile(path);
  const source = await fileSource(path);
  return format === "csv" ? separatedRows(source, options) : jsonLinesRows(source, options);
}

async function parquetFile(path: string): Promise<RowSource> {
  const hyparquet = await optionalPackage<Hyparquet>("hyparquet", "reading Parquet");
  return parquetRows({
    name: basename(path),
    withFile: (read) => withFileRanges(path, read),
    hyparquet,
    decompressors: DECOMPRESSORS,
  });
}
