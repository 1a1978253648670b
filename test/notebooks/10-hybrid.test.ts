import { beforeAll, describe, expect, test } from "vitest";
import { changedDataSet } from "./changed-data-set.js";
import { expectToMove, notebook } from "./notebook.js";

const { recorded, run, errorOf } = notebook("10-hybrid");

interface Row {
  model: string;
  rmse: number;
  mape: number;
}

/** TUTORIALS part D. */
describe("the tutorial's steps come back to the digit, its final errors nearly", () => {
  let records: Record<string, any>;
  beforeAll(() => {
    records = recorded();
  });

  test("step 1: the rows and the means", () => {
    expect([records["train rows"], records["test rows"]]).toEqual([80_668, 20_168]);
    expect(records["train mean"]).toBeCloseTo(3.5199769425, 9);
    expect(records["test mean"]).toBeCloseTo(3.4278808013, 9);
    expect(records["means of one"]["mean of person 10"]).toBeCloseTo(3.2785714286, 9);
    expect(records["means of one"]["mean of movie 15"]).toBe(3);
  });

  test("step 2: the factorisation, digit by digit", () => {
    const [first, second, third] = records["svd first predictions"];
    expect(first).toBeCloseTo(4.30619518, 7);
    expect(second).toBeCloseTo(3.94173484, 7);
    expect(third).toBeCloseTo(4.54355566, 7);
    expect(records["svd train rmse"]).toBeCloseTo(0.6455039927, 9);
    expect(records["svd test rmse"]).toBeCloseTo(0.9981558425, 9);
  });

  test("step 3: the thirteen features of the first rows", () => {
    const rows: { userId: number; itemId: number; features: number[]; rating: number }[] =
      records["feature rows"];
    expect(rows.map(({ userId, itemId }) => [userId, itemId])).toEqual([
      [1, 1],
      [5, 1],
      [7, 1],
      [15, 1],
      [17, 1],
    ]);
    const rounded = rows.map(({ features }) => features.map((value) => Number(value.toFixed(6))));
    expect(rounded[0]).toEqual([3.519977, 2, 5, 4, 4, 4.5, 3, 4, 3, 5, 5, 4.366379, 3.954545]);
    expect(rounded[1]).toEqual([3.519977, 4, 5, 4, 4, 5, 4, 3, 3, 5, 5, 3.636364, 3.954545]);
    expect(rows.slice(0, 2).map(({ rating }) => rating)).toEqual([4, 4]);
  });

  test("step 4: errors that are too good, within 0.005 of a star and 0.3 points of MAPE of the printed ones", () => {
    const { train, test: held } = records["published design"];
    expect(Math.abs(train.rmse - 0.678)).toBeLessThan(0.005);
    expect(Math.abs(held.rmse - 0.673)).toBeLessThan(0.005);
    expect(Math.abs(train.mape - 20.55)).toBeLessThan(0.3);
    expect(Math.abs(held.mape - 19.87)).toBeLessThan(0.3);
    expect(held.rmse).toBeLessThan(train.rmse);
  });
});

describe("the leaks", () => {
  let records: Record<string, any>;
  beforeAll(() => {
    records = recorded();
  });

  test("the pasted column is noise, and in order it makes things worse", () => {
    expect(records["correlation of the pasted column"]).toBeCloseTo(-0.0007, 4);
    expect(records["column in order"].train).toBeLessThan(0.5);
    expect(records["column in order"].test).toBeGreaterThan(1.2);
  });

  test("test has other people than train", () => expect(records["people in both parts"]).toBe(1));

  test("each step is as the text says: leaving out is worse on test, fold by fold better", () => {
    const [inside, leftOut, byFold, fourteen] = records.ladder;
    expect(leftOut.train).toBeLessThan(inside.train);
    expect(leftOut.test).toBeGreaterThan(inside.test + 0.005);
    expect(byFold.train).toBeGreaterThan(inside.train + 0.05);
    expect(byFold.test).toBeLessThan(inside.test - 0.03);
    expect(fourteen.test).toBeLessThan(byFold.test);
  });
});

describe("honest numbers", () => {
  const errors = (): Record<string, number> =>
    Object.fromEntries(recorded().honest.map((row: Row) => [row.model, row.rmse]));

  test("of the models that TUTORIALS gives", () => {
    expect(errors()["mean of all"]).toBeCloseTo(1.041, 3);
    expect(errors().Baseline).toBeCloseTo(0.876, 3);
    expect(errors().factorisation).toBeCloseTo(0.884, 3);
  });

  test("the hybrid reaches 0.815, and beats its parts, their blend and the tutorial's design for sure", () => {
    expect(errors().hybrid).toBeLessThan(0.815);
    expect(Math.min(...Object.values(errors()))).toBe(errors().hybrid);
    expect(recorded().differences).toHaveLength(3);
    for (const { value, high } of recorded().differences) {
      expect(value).toBeLessThan(-0.03);
      expect(high).toBeLessThan(-0.025);
    }
  });
});

describe("controls", () => {
  test("neither a plain mean of the models nor the trees alone do as well as the hybrid", () => {
    const { controls } = recorded();
    expect(controls.map(({ name }: { name: string }) => name)).toEqual([
      "hybrid − mean of the two",
      "hybrid − trees without models",
    ]);
    for (const { high } of controls) expect(high).toBeLessThan(0);
  });

  test("the hybrid's lists hit less often than the most rated movies, and more often than the blend's", () => {
    const [votes, blend, hybrid] = recorded().hits;
    expect(hybrid.high).toBeLessThan(votes.value);
    expect(hybrid.value).toBeGreaterThan(blend.value);
  });
});

test("without the leak the tutorial's design is sober, and a few small trees do", {
  tags: "long",
}, async () => {
  const records = await run({ leak: "false", trees: "20", depth: "3", factors: "5", iterations: "3" });
  const { train, test: held } = records["published design"];
  expect(held.rmse).toBeGreaterThan(train.rmse + 0.1);
  expect(held.rmse).toBeGreaterThan(0.9);
  expect(records["svd test rmse"]).not.toBe(recorded()["svd test rmse"]);
});

test.each(["depth", "trees", "iterations", "factors"])(
  "%s of 0 is an error of that parameter, before anything is computed",
  async (name) => {
    const error = await errorOf({ [name]: "0" });
    expect(error).toContain(`parameter "${name}" is 0, but it takes a whole number of at least 1`);
    expect(error).toContain("code cell 2 ");
  },
);

test("no record is typed in: with other ratings all of them move", { tags: "long" }, async () => {
  const records = await run({ dataset: changedDataSet(), trees: "20", factors: "5" });
  expectToMove(records, recorded(), ["people in both parts"]);
});
