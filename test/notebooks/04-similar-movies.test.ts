import { beforeAll, describe, expect, test } from "vitest";
import { datasetTest } from "../dataset-test.js";
import { changedDataSet } from "./changed-data-set.js";
import { expectToMove, notebook } from "./notebook.js";
import { tutorialsNumbers } from "./tutorials-numbers.js";

const { recorded, run, errorOf } = notebook("04-similar-movies");

/** Rows as one text each, numbers to so many decimals where they are no whole numbers. */
function texts(rows: Record<string, unknown>[], decimals = 6): string[] {
  const text = (value: unknown) =>
    typeof value === "number" && !Number.isInteger(value) ? value.toFixed(decimals) : String(value);
  return rows.map((row) => Object.values(row).map(text).join(" | "));
}

/** TUTORIALS A1 and A3, on ML-100K with the tutorial's user 0. */
datasetTest("ml-100k", "every number of the tutorial comes back, to its six decimals", async () => {
  const records = await run({ dataset: "ml-100k" });
  expect(records.pivot).toEqual([944, 1664]);
  expect(records["filled cells"]).toBe(99696);
  expect(records.correlations).toBe(1410);
  expect(texts(records.head)).toEqual([
    "'Til There Was You (1997) | 0.872872",
    "1-900 (1994) | -0.645497",
    "101 Dalmatians (1996) | 0.211132",
    "12 Angry Men (1957) | 0.184289",
    "187 (1997) | 0.027398",
    "2 Days in the Valley (1996) | 0.066654",
    "20,000 Leagues Under the Sea (1954) | 0.289768",
    "2001: A Space Odyssey (1968) | 0.230884",
    "39 Steps, The (1935) | 0.106453",
    "8 1/2 (1963) | -0.142977",
  ]);
  expect([records.perfect, records.opposite, records.popular]).toEqual([22, 35, 338]);
  expect(texts(records["best means"]).slice(0, 10)).toEqual([
    "Close Shave, A (1995) | 112 | 4.491071",
    "Schindler's List (1993) | 298 | 4.466443",
    "Wrong Trousers, The (1993) | 118 | 4.466102",
    "Casablanca (1942) | 243 | 4.456790",
    "Shawshank Redemption, The (1994) | 283 | 4.445230",
    "Rear Window (1954) | 209 | 4.387560",
    "Usual Suspects, The (1995) | 267 | 4.385768",
    "Star Wars (1977) | 584 | 4.359589",
    "12 Angry Men (1957) | 125 | 4.344000",
    "Citizen Kane (1941) | 198 | 4.292929",
  ]);
  const similar = records.similar.map((row: any) => {
    return { title: row.title, similarity: row.similarity, ratings: row.ratings, common: row.common };
  });
  expect(texts(similar).slice(0, 4)).toEqual([
    "Star Wars (1977) | 1 | 584 | 584",
    "Empire Strikes Back, The (1980) | 0.748353 | 368 | 346",
    "Return of the Jedi (1983) | 0.672556 | 507 | 480",
    "Raiders of the Lost Ark (1981) | 0.536117 | 420 | 380",
  ]);
  const printed = similar.slice(4).map((row: any) => [row.title.slice(0, 12), row.similarity.toFixed(6)]);
  expect(printed).toEqual([
    ["Austin Power", "0.377433"],
    ["Sting, The (", "0.367538"],
    ["Indiana Jone", "0.350107"],
    ["Pinocchio (1", "0.347868"],
    ["Frighteners,", "0.332729"],
    ["L.A. Confide", "0.319065"],
    ["Wag the Dog ", "0.318645"],
    ["Dumbo (1941)", "0.317656"],
    ["Bridge on th", "0.316580"],
    ["Philadelphia", "0.314272"],
    ["Miracle on 3", "0.310921"],
  ]);
  expect(similar.find((row: any) => row.title === "Wag the Dog (1997)").common).toBe(73);
  expect(records["counted twice"]).toContainEqual({ title: "Ice Storm, The (1997)", rows: 108, people: 87 });
  expect(records["cosine matrix"]).toEqual([605, 944]);
  expect(texts(records["nearest by cosine"], 7).slice(0, 5)).toEqual([
    "Return of the Jedi (1983) | 0.1164818",
    "Raiders of the Lost Ark (1981) | 0.2359430",
    "Empire Strikes Back, The (1980) | 0.2495501",
    "Toy Story (1995) | 0.2662232",
    "Godfather, The (1972) | 0.3034231",
  ]);
  expectShrinkageToKeepMost(records);
});

test("its folded parts show the tutorial's numbers, to its six decimals, as published", () => {
  const shown = tutorialsNumbers("04-similar-movies");
  expect(shown).toHaveLength(5);
  const [table, first, sorted, similar, nearest] = shown as [string, string, string, string, string];
  expect(table).toMatch(/people\|944\|.*columns\|1,664\|.*filled cells\|99,696\|/);
  expect(table).toContain("Best of 338 titles");
  expect(table).toContain("Close Shave, A (1995)|112|4.491071|");
  expect(table).toContain("Citizen Kane (1941)|198|4.292929|");
  expect(first).toContain("The first of 1410 correlations");
  expect(first).toContain("'Til There Was You (1997)|0.872872|1-900 (1994)|-0.645497|");
  expect(first).toContain("8 1/2 (1963)|-0.142977|");
  expect(sorted).toMatch(/at \+1\|22\|at −1\|35\|/);
  expect(similar).toContain("Empire Strikes Back, The (1980)|368|346|0.748353|");
  expect(similar).toContain("Return of the Jedi (1983)|507|480|0.672556|");
  expect(similar).toMatch(/Miracle on 34th Street[^|]*\|101\|95\|0\.310921\|/);
  expect(nearest).toContain("of 605 titles by 944 people");
  expect(nearest).toContain("Return of the Jedi (1983)|0.1164818|");
  expect(nearest).toContain("Godfather, The (1972)|0.3034231|");
});

datasetTest(
  "ml-100k",
  "his exercise: with a gate of 50 there are 605 titles, the official file has no user 0",
  async () => {
    const records = await run({ dataset: "ml-100k", minRatings: "50", extraUser: "false", count: "4" });
    expect(records.pivot).toEqual([943, 1664]);
    expect(records.popular).toBe(605);
    expect(texts(records.similar.slice(1, 2))[0]).toContain("Empire Strikes Back, The (1980) | 367 | ");
    expect(records.similar[1].similarity).toBeCloseTo(0.747981, 6);
    expect(records.similar).toHaveLength(4);
  },
);

datasetTest(
  "ml-100k",
  "columns by id, another similarity and more in common give their own lists",
  async () => {
    const parameters = { mergeTitles: "false", similarity: "cosine-common", minCommon: "20" };
    const records = await run({ dataset: "ml-100k", ...parameters });
    expect(records.pivot).toEqual([944, 1682]);
    expect(records["filled cells"]).toBe(100003);
    expect([records.perfect, records.opposite]).toEqual([1, 0]);
    for (const { similarity, common } of records.similar) {
      expect(similarity).toBeGreaterThan(0.9);
      expect(common).toBeGreaterThanOrEqual(20);
    }
  },
);

describe("on ml-latest-small", () => {
  let records: Record<string, any>;
  beforeAll(() => {
    records = recorded();
  });

  test("the story is the same: unknown movies first, then the sequels", () => {
    expect(records.pivot).toEqual([610, 9719]);
    expect(records.perfect).toBeGreaterThan(300);
    const titles = records.similar.map(({ title }: { title: string }) => title);
    expect(titles.slice(0, 3)).toEqual([
      "Star Wars: Episode IV - A New Hope (1977)",
      "Star Wars: Episode V - The Empire Strikes Back (1980)",
      "Star Wars: Episode VI - Return of the Jedi (1983)",
    ]);
    for (const { ratings } of records.similar) expect(ratings).toBeGreaterThanOrEqual(100);
    for (const { similarity } of records["like a stranger"]) expect(similarity).toBeCloseTo(1, 9);
  });

  test("what the text says of the measured lists holds", () => {
    expectShrinkageToKeepMost(records);
  });

  test("no record is typed in: with other ratings all of them move", async () => {
    const moved = await run({ dataset: changedDataSet() });
    expectToMove(moved, records);
  });

  test("another movie gives its own list, of the length that is asked for", async () => {
    const toyStory = await run({ movie: "Toy Story (1995)", count: "3" });
    expect(toyStory.similar).toHaveLength(3);
    expect(toyStory.similar[0].title).toBe("Toy Story (1995)");
    expect(toyStory.pivot).toEqual(records.pivot);
    expect(toyStory.head).not.toEqual(records.head);
  });
});

test.each([
  [{ minRatings: "1000000" }, "minRatings is 1000000; the most rated title has 329"],
  [{ count: "0" }, 'parameter "count" is 0'],
])("%o is an error that names the parameter", async (parameters, message) => {
  expect(await errorOf(parameters)).toContain(message);
});

test("a movie that nobody knows is an error with near titles", async () => {
  const error = await errorOf({ movie: "Stra Wars (1977)" });
  expect(error).toMatch(/there is no movie "Stra Wars \(1977\)"; similar titles are "/);
});

/**
 * Most of an unrepaired promise is broken; gates help; shrinkage of 25 to 200 keeps more than any
 * gate, and meets its promise.
 */
function expectShrinkageToKeepMost({ measured }: Record<string, any>): void {
  const [plain, ...repaired] = measured as { ranking: string; promised: number; kept: number }[];
  expect(plain.promised).toBeCloseTo(1, 3);
  expect(plain.kept).toBeLessThan(0.2);
  const gates = repaired.filter(({ ranking }) => ranking.startsWith("at least"));
  const doubts = repaired.filter(({ ranking }) => /shrinkage (25|50|100|200)/.test(ranking));
  const bestGate = Math.max(...gates.map(({ kept }) => kept));
  expect(bestGate).toBeGreaterThan(2 * plain.kept);
  expect(doubts).toHaveLength(4);
  for (const { kept } of doubts) expect(kept).toBeGreaterThan(bestGate);
  const overpromising = doubts.map(({ promised, kept }) => promised > kept);
  expect(new Set(overpromising)).toEqual(new Set([true, false]));
}
