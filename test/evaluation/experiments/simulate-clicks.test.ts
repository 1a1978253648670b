import { describe, expect, test } from "vitest";
import {
  type SimulateClicksOptions,
  simulateClicks,
} from "../../../src/evaluation/experiments/simulate-clicks.js";
import { sum } from "../../../src/math/sum.js";

const equal = new Float64Array(100).fill(0.5);

test("of equally good items, the few that were clicked first have all clicks in the end", () => {
  const { clicks, list, topShares } = simulateClicks(equal, { places: 5, seed: 1 });
  expect(clicks.filter((count) => count > 0).length).toBeLessThan(20);
  expect(topShares.at(-1)).toBeGreaterThan(0.95);
  const most = [...clicks.keys()].sort((a, b) => clicks[b]! - clicks[a]!).slice(0, 5);
  expect(new Set(list)).toEqual(new Set(most));
});

test("which items these are depends on the seed alone", () => {
  const listOf = (seed: number) => [...simulateClicks(equal, { places: 5, seed }).list];
  expect(listOf(1)).toEqual(listOf(1));
  expect(listOf(1).filter((item) => listOf(2).includes(item)).length).toBeLessThan(3);
});

test("visitors look at place 1, 2 and 3 with probability 1, 1/2 and 1/3", () => {
  const { clicks } = simulateClicks([1, 1, 1], { places: 3, rounds: 1, visitors: 30_000 });
  const [first, second, third] = [...clicks].sort((a, b) => b - a);
  expect(first).toBe(30_000);
  expect(second! / 15_000).toBeCloseTo(1, 1);
  expect(third! / 10_000).toBeCloseTo(1, 1);
});

test("a visitor who looks clicks with the appeal as probability", () => {
  const { clicks } = simulateClicks([0.3], { places: 1, rounds: 10, visitors: 3000 });
  expect(clicks[0]! / 30_000).toBeCloseTo(0.3, 2);
});

test("with explore 1 every item is shown equally often, whatever the list", () => {
  const { clicks } = simulateClicks(new Float64Array(4).fill(1), { places: 1, explore: 1, visitors: 200 });
  expect(sum(clicks)).toBe(40_000);
  for (const count of clicks) expect(count / 10_000).toBeCloseTo(1, 1);
});

test("ranked by rate and with exploration, the list finds the best items; by clicks alone it need not", () => {
  const appeals = Float64Array.from({ length: 100 }, (_, item) => (item < 5 ? 0.9 : 0.2));
  const options = { places: 5, rounds: 400, visitors: 100 };
  const found = simulateClicks(appeals, { ...options, explore: 0.2, rankBy: "rate" });
  expect([...found.list].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
  expect(found.listAppeals.at(-1)).toBeCloseTo(0.9, 12);
  expect(simulateClicks(appeals, options).listAppeals.at(-1)).toBeLessThan(0.8);
});

test("a list is at most as long as there are items", () => {
  expect(simulateClicks([0.5, 0.5], { rounds: 1 }).list).toHaveLength(2);
});

describe.each<[ArrayLike<number>, SimulateClicksOptions, string]>([
  [[], {}, "simulateClicks has no items; give each its appeal"],
  [[0.5, 1.5], {}, "appeal of item 1: 1.5 is not a share from 0 to 1"],
  [[0.5], { explore: -0.1 }, "explore: -0.1 is not a share from 0 to 1"],
  [[0.5], { rankBy: "looks" as "rate" }, 'rankBy: "looks" is none of "clicks", "rate"'],
  [[0.5], { places: 0 }, "places: 0 is not a whole number of at least 1"],
  [[0.5], { rounds: 0.5 }, "rounds: 0.5 is not a whole number of at least 1"],
  [[0.5], { visitors: Number.NaN }, "visitors: NaN is not a whole number of at least 1"],
])("%j with %j", (appeals, options, message) => {
  test("is an error", () => {
    expect(() => simulateClicks(appeals, options)).toThrow(new RangeError(message));
  });
});
