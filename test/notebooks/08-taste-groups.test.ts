import { beforeAll, describe, expect, test } from "vitest";
import { datasetTest } from "../dataset-test.js";
import { changedDataSet } from "./changed-data-set.js";
import { expectToMove, notebook } from "./notebook.js";

const { recorded, run, errorOf } = notebook("08-taste-groups");

interface Advice {
  advice: string;
  precision: number;
  ndcg: number;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * What the text says of advice: groups are better than nothing, and worse than the factors that
 * they are made of.
 */
function expectWhatTheTextSays(measured: Advice[]) {
  const ndcg = Object.fromEntries(measured.map((row) => [row.advice, row.ndcg]));
  expect(Object.keys(ndcg)).toEqual([
    "most watched by all",
    "most watched in the group",
    "the factors themselves",
    "who saw both",
  ]);
  expect(ndcg["most watched in the group"]).toBeGreaterThan(ndcg["most watched by all"]! + 0.02);
  expect(ndcg["the factors themselves"]).toBeGreaterThan(ndcg["most watched in the group"]! + 0.02);
}

describe("on ml-latest-small", () => {
  let records: Record<string, any>;
  beforeAll(() => {
    records = recorded();
  });

  test("everybody is in one of six groups, the largest first", () => {
    expect(records.sizes).toHaveLength(6);
    expect(sum(records.sizes)).toBe(610);
    expect([...records.sizes].sort((a, b) => b - a)).toEqual(records.sizes);
  });

  test("no number of groups is clear by direction", () => {
    expect(records.silhouette.map(({ groups }: { groups: number }) => groups)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    for (const { silhouette } of records.silhouette) {
      expect(silhouette).toBeGreaterThan(0.1);
      expect(silhouette).toBeLessThan(0.4);
    }
  });

  test("each group has four favourites, by falling lift above 1", () => {
    const favourites: { group: number; title: string; lift: number }[] = records["group favourites"];
    expect(favourites.map(({ group }) => group)).toEqual(
      [0, 1, 2, 3, 4, 5].flatMap((group) => Array(4).fill(group)),
    );
    for (const [place, { group, lift }] of favourites.entries()) {
      expect(lift).toBeGreaterThan(1);
      if (favourites[place + 1]?.group === group)
        expect(lift).toBeGreaterThanOrEqual(favourites[place + 1]!.lift);
    }
    expect(favourites.map(({ title }) => title)).toContain("Disclosure (1994)");
  });

  test("groups help, and cost what the factors know beyond them", () => {
    expectWhatTheTextSays(records.measured);
  });

  test("no record is typed in: with other ratings all of them move", { tags: "long" }, async () => {
    const moved = await run({ dataset: changedDataSet() });
    expectToMove(moved, records);
  });

  test("the number of groups is chosen on the validation part and used on other hidden ratings", () => {
    const [forAll, byParameter, asChosen]: { variant: string; ndcg: number }[] = records.chosen;
    expect(asChosen!.variant).toMatch(/^(2|4|8|16) groups, as chosen$/);
    expect(byParameter!.variant).toBe("6 groups, the parameter");
    for (const { ndcg } of [byParameter!, asChosen!]) expect(ndcg).toBeGreaterThan(forAll!.ndcg + 0.02);
  });

  test("with few factors the silhouette rises", async () => {
    const few = await run({ groups: "2", factors: "3" });
    expect(few.sizes).toHaveLength(2);
    expect(few.silhouette[0].silhouette).toBeGreaterThan(records.silhouette[0].silhouette);
  });

  test("one group, more groups than people, and too few factors, are errors in sentences", async () => {
    const one = await errorOf({ groups: "1" });
    expect(one).toContain('parameter "groups" is 1, but it takes a whole number of at least 2');
    const error = await errorOf({ groups: "700" });
    expect(error).toContain("groups: 700 is more than the 610 users; ask for fewer groups");
    const tooFew = await errorOf({ factors: "1" });
    expect(tooFew).toContain('parameter "factors" is 1, but it takes a whole number of at least 2');
  });
});

datasetTest(
  "ml-100k",
  "the story of the advice is the same on ML-100K",
  async () => {
    const records = await run({ dataset: "ml-100k", groups: "8", seed: "3" });
    expect(records.sizes).toHaveLength(8);
    expect(sum(records.sizes)).toBe(943);
    expectWhatTheTextSays(records.measured);
  },
  { tags: "long" },
);
