import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { notebookPath } from "../../scripts/lib/course-notebooks.mjs";
import { scratch } from "../../scripts/lib/places.mjs";
import { expectToMove, notebook } from "./notebook.js";

const name = "07-factorization";
const { recorded, run, errorOf } = notebook(name);

interface Cost {
  center: string;
  regularization: number;
  cost: number;
}

/** The largest difference of two tables. */
function apart(one: number[][], other: number[][]): number {
  return Math.max(...one.flatMap((row, i) => row.map((value, k) => Math.abs(value - other[i]![k]!))));
}

/** The table of predictions that the tutorial prints. */
const printedPredictions = [
  [0.0620198, 0.34417418, 0.39180877, 0.30865685, 0.35675296, 0.4402625],
  [0.07483434, 0.41528746, 0.47276431, 0.37243154, 0.43046527, 0.53122956],
  [0.08869726, 0.4922187, 0.56034303, 0.4414238, 0.51020818, 0.62963886],
  [0.16391762, 0.90964837, 1.03554604, 0.81577648, 0.94289396, 1.1636087],
  [0.00508621, 0.02822554, 0.03213203, 0.02531279, 0.02925712, 0.0361057],
  [0.04386498, 0.24342535, 0.27711604, 0.21830488, 0.25232199, 0.31138609],
  [0.06129902, 0.34017427, 0.38725526, 0.30506971, 0.35260687, 0.43514588],
  [0.03426023, 0.19012456, 0.21643829, 0.17050451, 0.19707319, 0.24320452],
  [0.07780538, 0.43177505, 0.49153383, 0.38721768, 0.44755545, 0.55232024],
  [0.09182245, 0.50956171, 0.58008636, 0.45697709, 0.52818504, 0.65182379],
];

const means = [5.75, 7.33333333, 8, 9.6, 8, 4, 6, 4.33333333, 6.66666667, 6.5];

/** TUTORIALS part B. */
describe("every number of the tutorial comes back", () => {
  let records: Record<string, any>;
  beforeAll(() => {
    records = recorded();
  });

  test("steps 1 to 5: who rated what, the hand-made rating, the means and what is above them", () => {
    expect(records["did rate"]).toEqual([
      [1, 1, 1, 0, 0, 1],
      [0, 0, 0, 1, 1, 1],
      [0, 1, 1, 0, 0, 1],
      [0, 1, 1, 1, 1, 1],
      [1, 0, 0, 0, 0, 0],
      [0, 1, 0, 1, 0, 1],
      [0, 1, 1, 1, 0, 0],
      [1, 0, 0, 1, 1, 0],
      [0, 0, 1, 0, 1, 1],
      [0, 0, 1, 1, 1, 1],
    ]);
    expect(records["did rate"].flat().filter(Boolean)).toHaveLength(32);
    expect(records["hand-made prediction"]).toBeCloseTo(7.49, 12);
    expect(apart([records.means], [means])).toBeLessThan(1e-8);
    const normalized = [
      [1.25, 2.25, -1.75, 0, 0, -1.75],
      [0, 0, 0, 0.66666667, 2.66666667, -3.33333333],
      [0, 0, 2, 0, 0, -2],
      [0, 0.4, 0.4, -1.6, 0.4, 0.4],
      [0, 0, 0, 0, 0, 0],
      [0, -2, 0, 0, 0, 2],
      [0, 2, 0, -2, 0, 0],
      [-1.33333333, 0, 0, 1.66666667, -0.33333333, 0],
      [0, 0, -0.66666667, 0, -2.66666667, 3.33333333],
      [0, 0, -2.5, -0.5, 1.5, 1.5],
    ];
    expect(apart(records["normalized ratings"], normalized)).toBeLessThan(1e-8);
  });

  test("steps 6 to 8: the cost, the predictions to 1e-6, the right list and the printed one", () => {
    expect(records.cost).toBeCloseTo(804.267603, 6);
    expect(apart(records.predictions, printedPredictions)).toBeLessThan(1e-6);
    const lines = records.ranking.map(
      ({ title, prediction }: { title: string; prediction: number }) => `${title} ${prediction.toFixed(4)}`,
    );
    expect(lines).toEqual([
      "A Very Harold and Kumar Christmas (2011) 9.7639",
      "Straight Outta Compton (2015) 8.0887",
      "Notorious (2009) 8.0051",
      "Ted (2012) 7.4082",
      "Cinderella (2015) 6.7445",
      "Toy Story 3 (2010) 6.5918",
      "Frozen (2013) 6.0613",
      "Harold and Kumar Escape From Guantanamo Bay (2008) 5.8120",
      "Tangled (2010) 4.3676",
      "Get Rich Or Die Tryin' (2005) 4.0439",
    ]);
    const titles = (list: { title: string }[]) => list.map(({ title }) => title);
    expect(titles(records["printed list"])).toEqual(titles(records.ranking));
    const numbers = records["printed list"].map(({ printed }: { printed: number }) => printed);
    expect(numbers).toEqual([7.4, 8.0, 6.7, 8.1, 4.4, 4.0, 6.1, 9.8, 5.8, 6.6]);
  });

  test("its mistakes: 30 leaves one pattern, of the normalised table nothing, and 0 is a hill", () => {
    expect(records["singular values"][0]).toBeCloseTo(32.764667, 6);
    expect(records.rank).toBe(1);
    expect(records["cost at 0"]).toBeCloseTo(809, 9);
    const costs: Cost[] = records["cost by regularization"];
    expect(costs.map(({ center, regularization }) => `${center} ${regularization}`)).toEqual(
      ["none", "item-mean"].flatMap((center) => [1, 3, 5, 10, 20, 30].map((lambda) => `${center} ${lambda}`)),
    );
    const costOf = (center: string, lambda: number) =>
      costs.find((row) => row.center === center && row.regularization === lambda)?.cost;
    expect(costOf("none", 30)).toBeCloseTo(804.267603, 6);
    expect(costOf("item-mean", 3)).toBeCloseTo(36.657594, 6);
    for (const lambda of [10, 20, 30]) expect(costOf("item-mean", lambda)).toBeCloseTo(46.475, 9);
  });

  test("the repaired list is sorted, inside the scale, and without what the author has rated", () => {
    const corrected: { title: string; prediction: number }[] = records["corrected ranking"];
    expect(corrected).toHaveLength(7);
    const predictions = corrected.map(({ prediction }) => prediction);
    expect(predictions).toEqual([...predictions].sort((a, b) => b - a));
    for (const value of predictions) expect(value).toBeGreaterThanOrEqual(1);
    for (const value of predictions) expect(value).toBeLessThanOrEqual(10);
    expect(corrected.map(({ title }) => title)).not.toContain("Tangled (2010)");
  });

  test("on real ratings the text says which predict stars and which make lists", () => {
    const measured: { variant: string; rmse: number | null; ndcg: number }[] = records.measured;
    const best = (by: (row: (typeof measured)[number]) => number) =>
      [...measured].sort((a, b) => by(a) - by(b)).map(({ variant }) => variant);
    expect(best(({ rmse }) => rmse ?? Number.POSITIVE_INFINITY)).toEqual([
      ...["FunkSvd", "Baseline", "means off, chosen λ", "movies' means", "as in the tutorial", "most votes"],
    ]);
    const rmse = Object.fromEntries(measured.map((row) => [row.variant, row.rmse]));
    expect(records["with 3 factors"]).toBeLessThan(rmse.Baseline!);
    expect(records["with 3 factors"]).toBeGreaterThan(rmse.FunkSvd!);
    const ndcg = Object.fromEntries(measured.map((row) => [row.variant, row.ndcg]));
    expect(Math.abs(ndcg["as in the tutorial"]! - ndcg["most votes"]!)).toBeLessThan(0.03);
    for (const variant of ["FunkSvd", "means off, chosen λ", "movies' means"])
      expect(ndcg[variant]).toBeLessThan(ndcg["as in the tutorial"]! / 3);
  });
});

describe("with other parameters", () => {
  test("from another start, the normalised table and λ = 3 give the known minimum, and factors that differ", {
    tags: "long",
  }, async () => {
    const records = await run({ regularization: "3", center: "item-mean", seed: "7" });
    expect(records.cost).toBeCloseTo(36.657594, 6);
    expect(records["singular values"][0]).toBeCloseTo(6.823454, 6);
    expect(records["cost at 0"]).toBeCloseTo(46.475, 9);
    expect(records.rank).toBeGreaterThan(1);
    expect(records.means).toEqual(recorded().means);
  });

  test("one step is not enough, and the cost shows it", async () => {
    const { cost, rank, ...records } = await run({ iterations: "1", factors: "6" });
    expect(cost).toBeGreaterThan(805);
    expect(rank).toBe(6);
    expect(records["cost by regularization"][5].cost).toBeCloseTo(804.267603, 6);
  });

  test("a regularization below 0 is an error that says so", async () => {
    const error = await errorOf({ regularization: "-1" });
    expect(error).toContain('parameter "regularization" is -1, but it takes a number of at least 0');
  });
});

test("no record is typed in: with one other rating all of them move but who rated, and what is made by hand", {
  tags: "long",
}, async () => {
  const text = readFileSync(notebookPath(name), "utf8");
  const changed = text.replace("[10, 10, 8, 10, 10]", "[10, 10, 3, 10, 10]");
  expect(changed).not.toBe(text);
  const folder = join(scratch, "changed");
  mkdirSync(folder, { recursive: true });
  const exercises = join(dirname(notebookPath(name)), "exercises");
  cpSync(exercises, join(folder, "exercises"), { recursive: true });
  writeFileSync(join(folder, `${name}.ipynb`), changed);
  // With a parameter, a sentence that does not hold for other ratings is no error.
  const moved = await notebook(join(folder, `${name}.ipynb`)).run({ seed: "0" });
  expectToMove(moved, recorded(), [
    ...["did rate", "hand-made prediction", "rank", "measured", "with 3 factors"],
  ]);
});
