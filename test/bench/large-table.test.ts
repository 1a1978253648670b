import { expect, test } from "vitest";
import { largeTable } from "../../bench/lib/large-table.mjs";

test("a row has the times of an engine's steps, and its bytes", () => {
  const answer = {
    open: 3,
    split: 0.5,
    fit: 120,
    lists: 1,
    als: 7,
    bytesShuffled: 2 ** 29,
    bytesAtPeak: 2 ** 30,
    bytesSpilled: 0,
  };
  const table = largeTable([
    { name: "25M, DuckDB", goals: {}, ours: [{ seconds: 124.5, answer }], peer: [] },
    { name: "Missing", goals: {}, ours: [], peer: [] },
  ]);
  const [, , times, noTimes, , , , bytes, noBytes] = table.split("\n");
  expect(times).toBe("| 25M, DuckDB | 3 s | 500 ms | 120 s | 1 s | 7 s | – |");
  expect(noTimes).toBe(`| Missing ${"| – ".repeat(6)}|`);
  expect(bytes).toBe("| 25M, DuckDB | 1 GiB | – | – | 0 | 0.5 GiB |");
  expect(noBytes).toBe(`| Missing ${"| – ".repeat(5)}|`);
});
