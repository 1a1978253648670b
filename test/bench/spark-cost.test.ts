import { expect, test } from "vitest";
import { copies, sparkCost } from "../../bench/lib/spark-cost.mjs";

const size = (count: number, users: number, items: number) => ({
  ...{ count, users, items },
  ...{ factors: 16, iterations: 10, blocks: 10 },
});

test("a vector goes to each block that its ratings reach", () => {
  expect(copies({ ...size(100, 100, 50), blocks: 1 })).toBe(150);
  expect(copies({ ...size(2, 2, 1), blocks: 4 })).toBeCloseTo(2 + 4 * (1 - 0.75 ** 2), 12);
  expect(copies(size(1e6, 1000, 1000))).toBeCloseTo(20_000, 6);
});

test("costs that follow the formulas are given back at a size that was not fitted", () => {
  const measured = (one: ReturnType<typeof size>) => {
    const { count, users, items, factors, iterations } = one;
    const vectors = 4 * factors * (users + items);
    const work = iterations * (count * factors ** 2 + ((users + items) * factors ** 3) / 3);
    return {
      ...one,
      alsBytesShuffled: 5e6 + 1.1 * (24 * count + iterations * 4 * factors * copies(one)),
      alsBytesCached: 3e6 + 1.5 * (16 * count + vectors),
      alsTaskSeconds: 7 + 1e-9 * work,
    };
  };
  const model = sparkCost([measured(size(1e6, 6000, 3700)), measured(size(5e6, 32_000, 26_000))]);
  const held = measured(size(25e6, 162_000, 59_000));
  expect(model(held).bytesShuffled / held.alsBytesShuffled).toBeCloseTo(1, 9);
  expect(model(held).bytesCached / held.alsBytesCached).toBeCloseTo(1, 9);
  expect(model(held).taskSeconds / held.alsTaskSeconds).toBeCloseTo(1, 9);
});
