import { beforeAll, describe, expect, test } from "vitest";
import { randomSplit } from "../../src/evaluation/splits/random-split.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import type { Id } from "../../src/ratings/id-index.js";
import { datasetTest } from "../dataset-test.js";
import { changedDataSet } from "./changed-data-set.js";
import { expectToMove, notebook } from "./notebook.js";

const { recorded, run, errorOf } = notebook("13-factorization-machines");

interface Calibration {
  readonly level: number;
  readonly kept: number;
}

interface Quarter {
  readonly "one noise": number;
  readonly "their own": number;
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of a distribution on a fine grid, from its density up to a factor. */
function meanOfDensity(density: (at: number) => number): number {
  let [area, moment] = [0, 0];
  for (let at = -20; at <= 30; at += 0.001) {
    area += density(at);
    moment += at * density(at);
  }
  return moment / area;
}

/** What holds on any data with any seed. */
function expectWhatAlwaysHolds(records: Record<string, any>) {
  const exact = meanOfDensity((m) => {
    const squares = [3, 4, 5].reduce((sum, rating) => sum + (rating - m) ** 2, 0);
    return Math.exp(-((m - 3.5) ** 2) / 2) / (1 + squares) ** 2;
  });
  expect(records["three numbers"]["exact mean"]).toBeCloseTo(exact, 3);
  expect(Math.abs(records["three numbers"]["mean of the draws"] - exact)).toBeLessThan(0.05);
  const parts = records["one and all"];
  const sum = parts["squared error of the mean"] + parts["variance between sweeps"];
  expect(parts["squared error of one sweep, on average"]).toBeCloseTo(sum, 10);
  for (const { rmse, mae } of records.errors) expect(mae).toBeLessThan(rmse);
  const kept = (records.calibration as Calibration[]).map((row) => row.kept);
  expect(kept).toEqual([...kept].sort((a, b) => a - b));
}

describe("on ml-latest-small", () => {
  let records: Record<string, any>;
  beforeAll(() => {
    records = recorded();
  });

  test("draws, sums of squares and shares are what they must be", () => expectWhatAlwaysHolds(records));

  test("the machine has the smallest error, without any choice of settings", () => {
    const errors: { model: string; rmse: number }[] = records.errors;
    const sorted = [...errors].sort((a, b) => a.rmse - b.rmse).map(({ model }) => model);
    expect(sorted).toEqual(["FactorizationMachine", "SvdPlusPlus", "FunkSvd", "Baseline"]);
  });

  test("error bars keep their promise on average, and for groups once each person has a noise", () => {
    for (const { level, kept } of records.calibration as Calibration[]) {
      expect(Math.abs(kept - level), String(level)).toBeLessThan(0.04);
    }
    const quarters: Quarter[] = records.quarters.kept;
    const [one, own] = (["one noise", "their own"] as const).map((kind) => {
      const shares = quarters.map((quarter) => quarter[kind]);
      return Math.max(...shares) - Math.min(...shares);
    });
    expect(own).toBeLessThan(one!);
    const ninety = records.calibration.find(({ level }: Calibration) => level === 0.9);
    expect(average(quarters.map((quarter) => quarter["one noise"]))).toBeCloseTo(ninety.kept, 2);
  });

  test("dates help where they are known, and cost more where they are not", async () => {
    const { ratings } = await loadDataset("ml-latest-small");
    const { train, test: hidden } = randomSplit(ratings, { testShare: 0.2, seed: 0 });
    const daysOf = new Map<Id, Set<number>>();
    const dayOf = (timestamp?: number) => Math.floor(timestamp! / 86400);
    for (const { userId, timestamp } of train) {
      daysOf.set(userId, (daysOf.get(userId) ?? new Set()).add(dayOf(timestamp)));
    }
    const shared = [...hidden].map((row) => Number(!!daysOf.get(row.userId)?.has(dayOf(row.timestamp))));
    expect(records.dates["share on a day of training ratings"]).toBeCloseTo(average(shared), 10);

    const [plain, known, missing] = Object.values<number>(records.dates);
    const machine = records.errors.find(({ model }: { model: string }) => model === "FactorizationMachine");
    expect(plain).toBe(machine.rmse);
    expect(known).toBeLessThan(plain! - 0.001);
    expect(missing! - plain!).toBeGreaterThan(plain! - known!);
  });

  test("what the choice of a movie says is what plain loops count", async () => {
    const { ratings, movies } = await loadDataset("ml-latest-small");
    const { train } = randomSplit(ratings, { testShare: 0.2, seed: 0 });
    const stars = new Map<Id, Map<Id, number>>();
    for (const { userId, itemId, rating } of train) {
      stars.set(userId, (stars.get(userId) ?? new Map()).set(itemId, rating));
    }
    const target = movies.find("Star Wars (1977)");
    expect(records.choices).toHaveLength(11);
    for (const { name, value } of records.choices) {
      const other = movies.find(name);
      const groups: number[][] = [[], []];
      for (const own of stars.values()) {
        const given = own.get(target);
        if (given !== undefined) groups[Number(own.has(other))]!.push(given - average([...own.values()]));
      }
      expect(value, name).toBeCloseTo(average(groups[1]!) - average(groups[0]!), 10);
    }
  });

  test("no record is typed in: with other ratings and few sweeps all of them move", {
    tags: "long",
  }, async () => {
    const moved = await run({ dataset: changedDataSet(), iterations: "20", factors: "2" });
    expectWhatAlwaysHolds(moved);
    expectToMove(moved, records, ["three numbers"]);
  });

  test.each([
    [{ iterations: "5" }, 'parameter "iterations" is 5, but it takes a number of at least 10'],
    [{ factors: "0" }, 'parameter "factors" is 0, but it takes'],
  ])("%o is an error in a sentence", async (parameters, sentence) => {
    expect(await errorOf(parameters)).toContain(sentence);
  });
});

datasetTest(
  "ml-100k",
  "the bars keep their promise on ML-100K, too",
  async () => {
    const records = await run({ dataset: "ml-100k", iterations: "40" });
    expectWhatAlwaysHolds(records);
    for (const { level, kept } of records.calibration as Calibration[]) {
      expect(Math.abs(kept - level), String(level)).toBeLessThan(0.06);
    }
  },
  { tags: "long" },
);
