import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withFileRanges } from "../../../src/node/tables/file-ranges.js";

const folder = await mkdtemp(join(tmpdir(), "reelbook-"));
const path = join(folder, "bytes");
await writeFile(path, Uint8Array.of(1, 2, 3, 4, 5));

test("parts of a file are read, in any order", async () => {
  const parts = await withFileRanges(path, async (file) => {
    expect(file.byteLength).toBe(5);
    return Promise.all([file.slice(3), file.slice(0, 2)]);
  });
  expect(parts.map((part) => [...new Uint8Array(part)])).toEqual([
    [4, 5],
    [1, 2],
  ]);
});

test("the file is closed in the end, and a missing one is named", async () => {
  let later: ((start: number) => Promise<ArrayBuffer>) | undefined;
  await withFileRanges(path, async ({ slice }) => {
    later = slice;
  });
  await expect(later!(0)).rejects.toThrow();
  await expect(withFileRanges(join(folder, "none"), async () => {})).rejects.toThrow("there is no such file");
});
