// @module-tag slow
import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { type Hyparquet, parquetRows } from "../../../src/datasets/rows/parquet-rows.js";
import { PARQUET_LOG, parquetPackages } from "../../node/tables/parquet.js";
import { readRows } from "./read-rows.js";

const columns = { userId: "user", itemId: "item", weight: "n", timestamp: "when" };
let hyparquet: Hyparquet;
let writer: any;
beforeAll(async () => {
  ({ hyparquet, writer } = await parquetPackages());
});

function rowsOf(bytes: ArrayBuffer, decompressors = {}) {
  const file = { byteLength: bytes.byteLength, slice: async (a: number, b?: number) => bytes.slice(a, b) };
  return parquetRows({ name: "log.parquet", withFile: (read) => read(file), hyparquet, decompressors });
}

test("has the values of the columns in all row groups, with the row of each", async () => {
  const { rows, places } = await readRows(rowsOf(writer.parquetWriteBuffer(PARQUET_LOG)), columns);
  expect(rows).toEqual([
    { userId: 1n, itemId: "dune", weight: 2, timestamp: new Date("2026-03-01") },
    { userId: 2n, itemId: "dune", weight: 1.5, timestamp: new Date("2026-03-02") },
    { userId: 1n, itemId: "emma", weight: 3, timestamp: new Date("2026-03-03") },
  ]);
  expect(places).toEqual(["log.parquet row 0", "log.parquet row 1", "log.parquet row 2"]);
  const byPlace = await readRows(rowsOf(writer.parquetWriteBuffer(PARQUET_LOG)), { userId: 1 });
  expect(byPlace.rows.map(({ userId }) => userId)).toEqual(["dune", "dune", "emma"]);
});

test("decompresses what Node can", async () => {
  const compressors = { GZIP: (bytes: Uint8Array) => gzipSync(bytes) };
  const bytes = writer.parquetWriteBuffer({ ...PARQUET_LOG, codec: "GZIP", compressors });
  const { rows } = await readRows(rowsOf(bytes, { GZIP: (part: Uint8Array) => gunzipSync(part) }), columns);
  expect(rows).toHaveLength(3);
  await expect(readRows(rowsOf(bytes), columns)).rejects.toThrow(
    /^log\.parquet: the file cannot be read as Parquet: .*GZIP.*; write it again, with the compression snappy/,
  );
});

test("refuses another file, and a column that is not there", async () => {
  const text = new TextEncoder().encode("userId,itemId\n1,2\n").buffer;
  await expect(readRows(rowsOf(text), columns)).rejects.toThrow(
    "log.parquet: the file cannot be read as Parquet",
  );
  const log = rowsOf(writer.parquetWriteBuffer(PARQUET_LOG));
  await expect(readRows(log, { ...columns, weight: "m" })).rejects.toThrow(
    'log.parquet, column "m": there is no such column; its columns are "user", "item", "n", "when"; say which',
  );
});
