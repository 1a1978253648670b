import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileFormat, fileRows } from "../../../src/node/tables/file-rows.js";
import { readRows } from "../../datasets/rows/read-rows.js";

test("the format follows from the end of the name, unless it is given", () => {
  const names = ["log.csv", "log.JSONL", "log.ndjson", "a.b.parquet", "log.txt", "log"];
  expect(names.map((name) => fileFormat(name, {}))).toEqual([
    ...["csv", "json-lines", "json-lines", "parquet"],
    ...["csv", "csv"],
  ]);
  expect(fileFormat("log.txt", { format: "json-lines" })).toBe("json-lines");
  expect(() => fileFormat("log.txt", { format: "json" as "csv" })).toThrow(
    'format: "json" is none of "csv", "json-lines", "parquet"',
  );
});

test("CSV and JSON lines have the same rows", async () => {
  const folder = await mkdtemp(join(tmpdir(), "reelbook-"));
  await writeFile(join(folder, "log.tsv"), "user\titem\nann\t7\n");
  await writeFile(join(folder, "log.jsonl"), '{"user":"ann","item":7}\n');
  for (const name of ["log.tsv", "log.jsonl"]) {
    const rows = await fileRows(join(folder, name), {});
    expect(rows.name).toBe(name);
    const read = await readRows(rows, { userId: "user", itemId: "item" });
    expect(read.rows).toMatchObject([{ userId: "ann", itemId: 7 }]);
  }
  await expect(fileRows(join(folder, "none.jsonl"), {})).rejects.toThrow("there is no such file");
});
