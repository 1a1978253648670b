import { beforeAll, describe, expect, test } from "vitest";
import { changedDataSet } from "./changed-data-set.js";
import { expectToMove, notebook } from "./notebook.js";

const { recorded, run, errorOf } = notebook("06-nearest-users");

describe("TUTORIALS C6 to C9", () => {
  let records: Record<string, any>;
  beforeAll(() => {
    records = recorded();
  });

  test("distances, to the last digit printed", () => {
    expect(records["toy distance"]).toBe(1.118033988749895);
    expect(records["common movies"]).toBe(45);
    expect(records["distance 1 to 4"]).toBe(11.135528725660043);
    const rounded = (distances: number[]) => distances.map((distance) => distance.toFixed(6));
    expect(rounded(records["first distances"])).toEqual([
      "0.000000",
      "1.414214",
      "8.200610",
      "11.135529",
      "3.741657",
    ]);
    expect(rounded(records["last distances"])).toEqual([
      "11.510864",
      "9.899495",
      "18.241436",
      "3.162278",
      "8.031189",
    ]);
  });

  test("the nearest, with the tie at 1.0 in the order of the file", () => {
    const { nearest } = records;
    expect(nearest).toHaveLength(10);
    expect(nearest.slice(0, 7)).toEqual([
      { userId: 77, distance: 0, common: 6 },
      { userId: 511, distance: 0.5, common: 6 },
      { userId: 366, distance: expect.closeTo(Math.SQRT1_2, 6), common: 5 },
      ...[
        [9, 5],
        [49, 7],
        [258, 5],
        [523, 6],
      ].map(([userId, common]) => ({ userId, distance: 1, common })),
    ]);
    expect(nearest.every(({ common }: { common: number }) => common >= 5 && common <= 8)).toBe(true);
    expect(records["comparable users"]).toBe(267);
  });

  test("the advice of the nearest one, with votes and means", () => {
    const rows = records["advice of the nearest"].map(
      ({ title, votes, mean }: { title: string; votes: number; mean: number }) =>
        `${title} ${votes} / ${mean.toFixed(6)}`,
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        "Spider-Man 2 (2004) 79 / 3.803797",
        "Dark Knight, The (2008) 149 / 4.238255",
        "Batman Begins (2005) 116 / 3.862069",
        "Lord of the Rings: The Fellowship of the Ring, The (2001) 198 / 4.106061",
        "Spider-Man (2002) 122 / 3.540984",
      ]),
    );
  });

  test("the advice of ten, and of the two that the tutorial printed", () => {
    expect(records["advised movies"]).toBe(269);
    expect(records.advice).toHaveLength(269);
    expect(records["seen among them"]).toBe(35);
    expect(records["advised movies as printed"]).toBe(52);
    const scores = records.advice.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(records.advice[0]).toEqual({
      title: expect.any(String),
      score: 5,
      votes: expect.any(Number),
      mean: expect.any(Number),
    });
  });

  test("what the text says of the repairs is measured", () => {
    const of = Object.fromEntries(
      records.measured.map((row: { variant: string; rmse: number; ndcg: number }) => [row.variant, row]),
    );
    expect(of.repaired.rmse).toBeLessThan(of["as in the tutorial"].rmse - 0.1);
    expect(of.repaired.rmse).toBeLessThan(of.Baseline.rmse);
    expect(of.repaired.rmse).toBeGreaterThan(of.Baseline.rmse - 0.02);
    expect(of.repaired.ndcg).toBeGreaterThan(of["as in the tutorial"].ndcg);
    expect(of.Baseline.ndcg).toBeGreaterThan(of.repaired.ndcg);
    expect(of["most votes"].ndcg).toBeGreaterThan(of.Baseline.ndcg);
    expect(of["votes of the near"].ndcg).toBeGreaterThan(of["most votes"].ndcg);
    const steps: Record<string, { RMSE: number; "P@10": number }> = Object.fromEntries(
      records["repairs on validation"].map((row: { version: string }) => [row.version, row]),
    );
    const rmse = Object.values(steps).map(({ RMSE }) => RMSE);
    const [tutorial, everybody, raters, several, perMovie, doubt, ownMean, baseline] = rmse as [
      ...[number, number, number, number, number, number, number, number],
    ];
    expect([everybody, raters, several, perMovie, baseline]).toEqual(
      [everybody, raters, several, perMovie, baseline].sort((first, second) => second - first),
    );
    expect(everybody).toBeLessThan(tutorial);
    expect(doubt).toBeGreaterThan(perMovie);
    expect(ownMean).toBeLessThan(perMovie);
    expect(perMovie - baseline).toBeGreaterThan(everybody - raters);
    const hits = Object.values(steps).map((row) => row["P@10"]);
    expect(hits[2]).toBeLessThan(0.5 * hits[1]!);
    expect(hits[3]).toBeGreaterThan(hits[2]!);
    expect(hits[7]).toBeLessThan(hits[4]!);
    expect(records["places that stay"][0]["places that stay"]).toBeLessThan(0.5);
    expect(records["places that stay"][1]["places that stay"]).toBeGreaterThan(0.9);
  });

  test("settings are chosen inside the grid: those for stars, and those for lists", () => {
    expect(records["best settings"]).toEqual([
      { most: 20, least: 20 },
      { most: 160, least: 80 },
    ]);
  });

  test("the repaired advice is new to the person, and many stand behind each movie", () => {
    const advice: { title: string; score: number; neighbors: number }[] = records["repaired advice"];
    expect(advice).toHaveLength(10);
    const seen = records.advice.slice(0, 11).map(({ title }: { title: string }) => title);
    for (const { title, neighbors } of advice) {
      expect(seen).not.toContain(title);
      expect(neighbors).toBeGreaterThanOrEqual(10);
    }
  });
});

test("two neighbours of the first fifty people", async () => {
  const records = await run({ neighbors: "2", candidateUsers: "50", count: "3" });
  expect(records["comparable users"]).toBe(47);
  expect(records["advised movies"]).toBe(66);
  expect(records["seen among them"]).toBe(12);
  expect(records["repaired advice"]).toHaveLength(3);
});

test("another person, asking everybody, whose nearest share a single movie", { tags: "long" }, async () => {
  const extremes = { minCommon: "1", neighbors: "1000", candidateUsers: "0", minNeighbors: "3" };
  const records = await run({ userId: "5", excludeSeen: "true", ...extremes });
  expect(records["first distances"][0]).toBeCloseTo(3.741657, 6);
  expect(records["first distances"][4]).toBe(0);
  expect(records["distance 1 to 4"]).toBe(11.135528725660043);
  expect(records.nearest.every(({ userId }: { userId: number }) => userId !== 5)).toBe(true);
  expect(records.nearest[0]).toMatchObject({ distance: 0, common: 1 });
  expect(records["seen among them"]).toBe(0);
  expect(records["advised movies"]).toBeGreaterThan(1000);
});

test("no record is typed in: with other ratings all of them move, but the toy's", {
  tags: "long",
}, async () => {
  const moved = await run({ dataset: changedDataSet(), userId: "51" });
  expectToMove(moved, recorded(), ["toy distance", "best settings"]);
});

test.each([
  [{ userId: "99999" }, "userId is 99999, who has no ratings here"],
  [{ minCommon: "5000" }, "nobody shares 5000 movies with user 1; lower minCommon"],
  [{ candidateUsers: "1" }, "of the first 1 nobody shares 5 movies with user 1; raise candidateUsers"],
])("%o is an error that says so", async (parameters, sentence) => {
  const error = await errorOf(parameters);
  expect(error).toContain(sentence);
});
