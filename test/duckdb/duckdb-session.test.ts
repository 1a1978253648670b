import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { DuckdbSession } from "../../src/duckdb/duckdb-session.js";
import { describeWithDuckdb, openedSession, scratchFolder } from "./with-duckdb.js";

describeWithDuckdb("a session", () => {
  test("writes and reads columns of typed arrays over many chunks", async () => {
    const session = await openedSession();
    const count = 5000;
    await session.write(
      "numbers",
      {
        index: { type: "INTEGER", at: (row) => row - 2500 },
        'a "b': { type: "DOUBLE", at: (row) => (row === 7 ? Number.NaN : row / 3) },
        text: {
          type: "VARCHAR",
          at: (row) => (row % 2 === 0 ? `é${row}` : "a text longer than twelve bytes"),
        },
      },
      count,
    );
    let row = 0;
    for await (const chunk of session.stream("SELECT * FROM numbers")) {
      expect(chunk.columnCount).toBe(3);
      for (let k = 0; k < chunk.count; k++, row++) {
        expect(chunk.integers(0)[k]).toBe(row - 2500);
        expect(chunk.numbers(1)[k]).toBe(row === 7 ? Number.NaN : row / 3);
      }
      expect(chunk.texts(2).slice(0, 2)).toEqual([
        `é${row - chunk.count}`,
        "a text longer than twelve bytes",
      ]);
    }
    expect(row).toBe(count);
  });

  test("runs other statements while a result is read", async () => {
    const session = await openedSession();
    let rows = 0;
    for await (const { count } of session.stream("SELECT range::DOUBLE FROM range(10000)")) {
      expect(await session.numbers("SELECT 42, NULL")).toEqual([42, Number.NaN]);
      rows += count;
    }
    expect(rows).toBe(10_000);
    expect(await session.numbers("SELECT 1 WHERE false")).toEqual([]);
  });

  test("keeps its files in a folder of its own, which closing deletes", async () => {
    const temporaryFolder = scratchFolder();
    const session = await DuckdbSession.open({ temporaryFolder, memoryLimit: "512MiB", threads: 1 });
    expect(dirname(session.folder)).toBe(temporaryFolder);
    expect(await session.numbers("SELECT current_setting('threads')")).toEqual([1]);
    session.close();
    expect(existsSync(session.folder)).toBe(false);
  });

  test("is closed with the last of its users", async () => {
    const session = await DuckdbSession.open();
    session.retain();
    session.retain();
    session.release();
    expect(existsSync(session.folder)).toBe(true);
    session.release();
    expect(existsSync(session.folder)).toBe(false);
  });

  test.each([
    [{ memoryLimit: "much" }, 'memoryLimit: "much" is not a size; write a number and a unit, such as "2GiB"'],
    [{ threads: 0 }, "threads: 0 is not a whole number of at least 1"],
  ])("refuses %o", async (options, message) => {
    await expect(DuckdbSession.open(options)).rejects.toThrow(message);
  });
});
