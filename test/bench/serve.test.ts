import { describe, expect, test } from "vitest";
import { benchmark, resultsOf } from "../../bench/benchmarks/serve.mjs";
import { measureServer } from "../../bench/serve/measure-server.mjs";
import { build } from "../../scripts/build.mjs";

test("the table of the server counts errors, and says whether the slowest hundredth is in time", () => {
  const computed = Array.from({ length: 200 }, (_, k) => ({
    path: k % 2 === 0 ? "/recommend" : "/similar",
    milliseconds: k + 1,
    isRight: k !== 3,
  }));
  const health = { path: "/health", milliseconds: 5000, isRight: true };
  const [all, ofHealth, recommend] = resultsOf([...computed, health]);
  expect(all).toMatchObject({ requests: 200, errors: 1, p99: 0.198, measured: { median: 0.1, max: 0.2 } });
  expect(ofHealth).toMatchObject({ name: "`/health`", requests: 1, p99: 5 });
  expect(recommend).toMatchObject({ name: "`/recommend`", requests: 100, errors: 0, p99: 0.197 });
  expect(
    benchmark.table!([all!, { ...recommend!, goal: 1 }])
      .split("\n")
      .slice(2),
  ).toEqual([
    "| all | 200 | 1 | 100 ms | 198 ms | 200 ms | p99 at most 5 ms: **missed** |",
    "| `/recommend` | 100 | 0 | 99 ms | 197 ms | 199 ms | p99 at most 1 s: met |",
  ]);
});

describe("under load", { tags: "long" }, () => {
  test("the server answers 100 requests a second for 30 s without an error", async () => {
    await build();
    const answers = await measureServer({ users: 5000, items: 20_000, factors: 64, seconds: 30, rate: 110 });
    const results = resultsOf(answers);
    expect(results[0]).toMatchObject({ requests: 3000, errors: 0 });
    expect(results.map(({ name }) => name)).toContain("`/health`");
  });
});
