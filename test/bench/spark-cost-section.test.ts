import { expect, test } from "vitest";
import { sparkCostSection } from "../../bench/lib/spark-cost-section.mjs";

const fit = (count: number, users: number, items: number) => ({
  name: `${count}, Spark`,
  goals: {},
  peer: [],
  ours: [
    {
      seconds: 1,
      answer: {
        ...{ count, users, items, factors: 16, iterations: 10, blocks: 10, cores: 2 },
        ...{
          alsBytesShuffled: 700 * count,
          alsBytesCached: 24 * count + 96 * (users + items),
          alsTaskSeconds: 10 + count / 1e5,
        },
        modelBytes: 200 * (users + items),
      },
    },
  ],
});
const run = { day: "2026-11-22", machine: "a machine", load: 0 };

test("the error is that of the size that was not fitted", () => {
  const results = [fit(25e6, 162_500, 59_000), fit(1e6, 6500, 2360), fit(5e6, 32_500, 11_800)];
  const memory = { name: "1M, in memory", goals: {}, ours: [{ seconds: 1, answer: { open: 1 } }], peer: [] };
  const section = sparkCostSection({ ...run, results: [memory, ...results] });
  expect(section).toContain("fitted to 1 and 5 million ratings. At 25 million");
  expect(section).toMatch(/\| kept in memory \| 0\.579 GiB \| 0\.579 GiB \| -?[\d.e-]+ % \|/);
  for (const row of [
    "| ratings | 1 billion | 10 billion |",
    "| users | 6.5 million | 65 million |",
    "| items | 200,000 | 1,000,000 |",
    "| blocks | 100 | 1000 |",
  ]) {
    expect(section).toContain(row);
  }
  expect(section).toContain(
    "of 5 times the ratings of the larger fitted size; these sizes have 200 and 2000 times",
  );
  expect(section).toContain("5.37 million users and items together");
});

test("without the three sizes of Spark it says what is missing", () => {
  expect(sparkCostSection({ ...run, results: [fit(1e6, 6500, 2360)] })).toContain("Not measured yet");
});
