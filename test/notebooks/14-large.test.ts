import { describe, expect, test } from "vitest";
import { ItemKnn } from "../../src/models/neighbors/item-knn.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { changedDataSet } from "./changed-data-set.js";
import { expectToMove, notebook } from "./notebook.js";

const { recorded, run, errorOf } = notebook("14-large");

/** Without the engines, which need packages and a server. */
const inMemoryOnly = { duckdb: "false", spark: "false" };
const engines = ["DuckDB", "cost in DuckDB", "Spark"];

const pairsOf = (n: number) => (n * (n - 1)) / 2;
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("on ml-latest-small", () => {
  const records = recorded();

  test("each engine that is at hand gives the list of ItemKnn", async () => {
    const { ratings, movies } = await loadDataset("ml-latest-small");
    const model = new ItemKnn({ similarity: "cosine", minCommon: 20 }).fit(ratings);
    const similar = model.similarItems(movies.find("Star Wars (1977)"), { count: 10 });
    const titles = similar.map(({ itemId }) => movies.title(itemId));
    expect(records["in memory"]).toEqual(titles);
    expect(records["by hand"]).toEqual({ places: 10, "with the same movie": 10 });
    for (const engine of ["DuckDB", "Spark"]) {
      if (records[engine]) expect(records[engine], engine).toEqual(titles);
    }
  });

  test("the rows of the join are what plain loops count, and the busiest make most of them", async () => {
    const { ratings } = await loadDataset("ml-latest-small");
    const lengths = ratings.users.ids.map((userId) => ratings.ofUser(userId).length).sort((a, b) => b - a);
    const rows = sumOf(lengths.map(pairsOf));
    expect(records.join["rows of the join"]).toBe(rows);
    const busiest = sumOf(lengths.slice(0, Math.ceil(lengths.length / 10)).map(pairsOf));
    expect(records["rows of the most active tenth"]).toBeCloseTo(busiest / rows, 12);
  });

  test("less memory is more reading, and a milder cut more rows and more of the list", () => {
    expect(records.readings).toEqual([...records.readings].sort((a, b) => b - a));
    for (const column of ["rows of the join", "movies that stay"]) {
      const values = records.cuts.map((row: Record<string, number>) => row[column]);
      expect(values, column).toEqual([...values].sort((a, b) => a - b));
    }
  });

  test("no record is typed in, and without the engines it runs to its end", async () => {
    const moved = await run({ ...inMemoryOnly, dataset: changedDataSet() });
    const before = Object.fromEntries(Object.entries(records).filter(([name]) => !engines.includes(name)));
    expectToMove(moved, before, ["by hand"]);
  });

  test("a movie that is not there is an error in a sentence", async () => {
    expect(await errorOf({ ...inMemoryOnly, movie: "No Such Movie (1900)" })).toContain("No Such Movie");
  });
});
