import { beforeAll, describe, expect, test } from "vitest";
import { datasetTest } from "../dataset-test.js";
import { changedDataSet } from "./changed-data-set.js";
import { expectToMove, notebook } from "./notebook.js";
import { tutorialsNumbers } from "./tutorials-numbers.js";

const { recorded, run, errorOf } = notebook("05-item-based");

interface Score {
  title: string;
  score: number;
}

/** Scores as one text each, with six decimals. */
function texts(scores: Score[]): string[] {
  return scores.map(({ title, score }) => `${title} | ${score.toFixed(6)}`);
}

/** What the text says of the variants on every data set. */
function expectWhatTheTextSays(variants: { variant: string; rmse: number | null; ndcg: number }[]) {
  const ndcg = Object.fromEntries(variants.map((row) => [row.variant, row.ndcg]));
  const rmse = Object.fromEntries(variants.map((row) => [row.variant, row.rmse]));
  const tutorial = ndcg["as in the tutorial"]!;
  expect(variants).toHaveLength(11);
  for (const worse of ["negative evidence", "weighted mean", "weighted mean around Baseline", "most votes"])
    expect(ndcg[worse], worse).toBeLessThan(tutorial);
  expect(ndcg["heavy users removed"]).toBeLessThan(tutorial);
  expect(Math.abs(ndcg.spearman! - tutorial)).toBeLessThan(0.005);
  expect(ndcg["who saw both"]).toBe(Math.max(...Object.values(ndcg)));
  expect(ndcg["weighted mean around Baseline"]).toBe(Math.min(...Object.values(ndcg)));
  const inStars = Object.keys(rmse).filter((variant) => rmse[variant] !== null);
  expect(inStars).toEqual(["weighted mean", "weighted mean around Baseline", "Baseline"]);
  expect(rmse["weighted mean around Baseline"]).toBeLessThan(rmse["weighted mean"]! - 0.1);
}

/** TUTORIALS A2, on ML-100K with the tutorial's user 0. */
datasetTest("ml-100k", "every number of the tutorial comes back, to its six decimals", async () => {
  const records = await run({ dataset: "ml-100k" });
  expect(records.corner).toEqual([
    {
      first: "'Til There Was You (1997)",
      second: "101 Dalmatians (1996)",
      similarity: expect.closeTo(-1, 6),
    },
    {
      first: "101 Dalmatians (1996)",
      second: "12 Angry Men (1957)",
      similarity: expect.closeTo(-0.04989, 6),
    },
    { first: "12 Angry Men (1957)", second: "187 (1997)", similarity: expect.closeTo(0.666667, 6) },
    {
      first: "12 Angry Men (1957)",
      second: "2001: A Space Odyssey (1968)",
      similarity: expect.closeTo(0.178848, 6),
    },
  ]);
  expect(records["defined cells"]).toBe(17_599);
  expect(records.entries).toBe(515);
  expect(texts(records["first entries"])).toEqual([
    "Empire Strikes Back, The (1980) | 5.000000",
    "Star Wars (1977) | 5.000000",
    "Empire Strikes Back, The (1980) | 3.741763",
    "Star Wars (1977) | 3.741763",
    "Return of the Jedi (1983) | 3.606146",
    "Return of the Jedi (1983) | 3.362779",
    "Raiders of the Lost Ark (1981) | 2.693297",
    "Raiders of the Lost Ark (1981) | 2.680586",
    "Austin Powers: International Man of Mystery (1997) | 1.887164",
    "Sting, The (1973) | 1.837692",
  ]);
  expect(texts(records.sums).slice(0, 3)).toEqual([
    "Empire Strikes Back, The (1980) | 8.877450",
    "Star Wars (1977) | 8.870971",
    "Return of the Jedi (1983) | 7.178172",
  ]);
  expect(texts(records.recommendations)).toEqual([
    "Return of the Jedi (1983) | 7.178172",
    "Raiders of the Lost Ark (1981) | 5.519700",
    "Indiana Jones and the Last Crusade (1989) | 3.488028",
    "Bridge on the River Kwai, The (1957) | 3.366616",
    "Back to the Future (1985) | 3.357941",
    "Sting, The (1973) | 3.329843",
    "Cinderella (1950) | 3.245412",
    "Field of Dreams (1989) | 3.222311",
    "Wizard of Oz, The (1939) | 3.200268",
    "Dumbo (1941) | 2.981645",
  ]);
  expectWhatTheTextSays(records.variants);
});

test("its folded parts show the tutorial's numbers, to its six decimals, as published", () => {
  const shown = tutorialsNumbers("05-item-based");
  expect(shown).toHaveLength(2);
  const [pairs, sums] = shown as [string, string];
  expect(pairs).toContain("'Til There Was You (1997)|101 Dalmatians (1996)|-1.000000|");
  expect(pairs).toContain("101 Dalmatians (1996)|12 Angry Men (1957)|-0.049890|");
  expect(pairs).toContain("12 Angry Men (1957)|187 (1997)|0.666667|");
  expect(pairs).toContain("12 Angry Men (1957)|2001: A Space Odyssey (1968)|0.178848|");
  expect(pairs).toMatch(/defined cells\|17,599\|.*337\|.*8,631\|/);
  expect(sums).toContain("The first of 515 entries");
  expect(sums).toContain("Return of the Jedi (1983)|3.606146|Return of the Jedi (1983)|3.362779|");
  expect(sums).toContain("The best of 268 sums");
  expect(sums).toContain("Empire Strikes Back, The (1980)|8.877450|Star Wars (1977)|8.870971|");
  expect(sums).toContain("Raiders of the Lost Ark (1981)|5.519700|");
  expect(sums).toContain("Wizard of Oz, The (1939)|3.200268|Dumbo (1941)|2.981645|");
});

describe("on ml-latest-small", () => {
  let records: Record<string, any>;
  beforeAll(() => {
    records = recorded();
  });

  test("the story is the same: the third of the trilogy first", () => {
    expect(records["first entries"].slice(0, 2).map(({ score }: Score) => score)).toEqual([5, 5]);
    expect(records.recommendations).toHaveLength(10);
    expect(records.recommendations[0].title).toBe("Star Wars: Episode VI - Return of the Jedi (1983)");
    expectWhatTheTextSays(records.variants);
  });

  test("no record is typed in: with other ratings all of them move", { tags: "long" }, async () => {
    const moved = await run({ dataset: changedDataSet() });
    expectToMove(moved, records);
  });

  test("the mean taken off, another correlation and a lower minimum give their own sums", {
    tags: "long",
  }, async () => {
    const parameters = { center: "user-mean", similarity: "spearman", minCommon: "50", count: "3" };
    const changed = await run(parameters);
    const mean = (5 + 5 + 1) / 3;
    expect(changed["first entries"].map(({ score }: Score) => score).slice(0, 2)).toEqual([
      expect.closeTo(5 - mean, 9),
      expect.closeTo(5 - mean, 9),
    ]);
    expect(changed.recommendations).toHaveLength(3);
    expect(changed["defined cells"]).toBeGreaterThan(records["defined cells"]);
    expect(changed.corner[1].similarity).not.toBe(records.corner[1].similarity);
    const names = changed.variants.map(({ variant }: { variant: string }) => variant);
    expect(names).toEqual(expect.arrayContaining(["pearson", "minimum 25"]));
  });

  test("a real person is advised, without user 0", async () => {
    const real = await run({ userId: "1", extraUser: "false" });
    expect(real.entries).toBeGreaterThan(records.entries);
    expect(real.recommendations[0].score).toBeGreaterThan(10);
  });
});

test("a minimum that no pair reaches is an error that names the parameter", async () => {
  expect(await errorOf({ minCommon: "5000" })).toContain(
    "minCommon is 5000; no two movies share so many raters",
  );
});

test("a person without ratings is an error that says so", async () => {
  const error = await errorOf({ extraUser: "false" });
  expect(error).toContain("userId is 0, who has no ratings here");
});
