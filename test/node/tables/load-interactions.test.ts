// @module-tag slow
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { Ease } from "../../../src/models/item-weights/ease.js";
import { loadInteractions } from "../../../src/node/tables/load-interactions.js";
import { loadRatings } from "../../../src/node/tables/load-ratings.js";
import { PARQUET_LOG, parquetPackages } from "./parquet.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reelbook-"));
});
afterEach(() => vi.restoreAllMocks());

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

const wanted = [
  { userId: 1, itemId: "dune", weight: 2, timestamp: 1772323200 },
  { userId: 2, itemId: "dune", weight: 1.5, timestamp: 1772409600 },
  { userId: 1, itemId: "emma", weight: 3, timestamp: 1772496000 },
];
const columns = { userId: "user", itemId: "item", timestamp: "when" };

test("loads the same from CSV, JSON lines and Parquet, and ratings too", async () => {
  const { writer } = await parquetPackages();
  const days = ["2026-03-01", "2026-03-02", "2026-03-03"];
  const rows = wanted.map((row, k) => ({
    user: row.userId,
    item: row.itemId,
    n: row.weight,
    when: days[k]!,
  }));
  const paths = await Promise.all([
    file("log.csv", ["user|item|n|when", ...rows.map((row) => Object.values(row).join("|"))].join("\n")),
    file("log.jsonl", rows.map((row) => JSON.stringify(row)).join("\n")),
    file("log.parquet", new Uint8Array(writer.parquetWriteBuffer(PARQUET_LOG))),
  ]);
  for (const path of paths) {
    expect([...(await loadInteractions(path, { ...columns, weight: "n" }))]).toEqual(wanted);
    const ratings = await loadRatings(path, { ...columns, rating: "n" });
    expect([...ratings]).toEqual(wanted.map(({ weight, ...row }) => ({ ...row, rating: weight })));
  }
});

test("what is loaded is fitted, and knows new users", async () => {
  const path = await file(
    "shop.ndjson",
    '{"userId":"a","itemId":1}\n{"userId":"a","itemId":2}\n{"userId":"b","itemId":2}\n',
  );
  const fitted = new Ease({ regularization: 1 }).fit(await loadInteractions(path));
  expect(fitted.foldIn([{ itemId: 1 }]).recommend()[0]?.itemId).toBe(2);
});

test("rows that are left out are said aloud", async () => {
  const warnings = vi.spyOn(process, "emitWarning").mockReturnValue();
  const path = await file("bad.jsonl", '{"userId":"a","itemId":1}\n{"userId":"a"\n');
  const { skipped } = await loadInteractions(path, { onBadRow: "skip" });
  expect(skipped?.count).toBe(1);
  expect(warnings.mock.calls).toEqual([
    [
      'bad.jsonl: 1 row was left out and 1 kept: 1 × is not a JSON object, first bad.jsonl line 2: "{\\"userId\\":\\"a\\"" is not a JSON object; correct the row, or pass onBadRow: "skip"',
      "SkippedRows",
    ],
  ]);
  await expect(loadInteractions(path)).rejects.toThrow("bad.jsonl line 2: ");
  await expect(loadInteractions(join(folder, "none.parquet"))).rejects.toThrow("there is no such file");
});
