import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deviations, readRecords, type TableRecord } from "../../bench/leaderboard/records.mjs";
import { resolveRow } from "../../bench/leaderboard/resolve-row.mjs";
import { factsOf, leaderboardSection, meetsGoals, pictureOf } from "../../bench/leaderboard/section.mjs";
import { TABLES, type Table } from "../../bench/leaderboard/tables.mjs";
import { settingsText } from "../../bench/lib/settings-text.mjs";
import { PROTOCOLS } from "../../bench/settings/protocols.mjs";
import { root, runNode } from "../scripts/scratch-course.js";

const docs = join(root, "docs");
const page = readFileSync(join(docs, "benchmarks.md"), "utf8");
const records = readRecords();

const recorded = Object.entries(TABLES).filter(([name]) => records[name]);

test("only tables whose data can be simulated may be without a record", () => {
  const missing = Object.values(TABLES).filter((table) => !recorded.some(([, each]) => each === table));
  for (const { protocol } of missing) expect(PROTOCOLS[protocol]!.simulated).toBeDefined();
});

describe.each(Object.entries(TABLES))("the table %s", (name, table) => {
  const record = records[name];

  test("is on the page as it was recorded", () => {
    expect(page).toContain(
      `<!-- ${name} -->\n\n${leaderboardSection(name, table, record)}\n\n<!-- /${name} -->`,
    );
  });

  test("says how settings were chosen and what was known of the test rows, in its own facts", () => {
    const own = factsOf(table);
    expect(own.length).toBeGreaterThan(1);
    const section = leaderboardSection(name, table, record);
    for (const fact of own) expect(section).toContain(`\n- ${fact}\n`);
    for (const [other, each] of Object.entries(TABLES))
      if (other !== name) expect(factsOf(each).filter((fact) => own.includes(fact))).toEqual([]);
  });
});

describe.each(recorded)("the record of the table %s", (name, table) => {
  const record = records[name]!;

  test("has its picture", () => {
    expect(
      readFileSync(join(docs, pictureOf(name)))
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });

  test("was recorded with the settings that were chosen", () => {
    const ours = table.rows.flatMap((row) => {
      const resolved = resolveRow(table, row);
      return resolved ? [[row.name, resolved] as const] : [];
    });
    expect(Object.keys(record.rows)).toEqual(ours.map(([row]) => row));
    for (const [row, resolved] of ours) expect(record.rows[row]).toMatchObject(resolved);
  });

  test("has the difference of every other row from the reference row", () => {
    const { reference, measures } = table.compared;
    const others = Object.keys(record.rows).filter((row) => row !== reference);
    expect(Object.keys(record.rows)).toContain(reference);
    expect(Object.keys(record.differences ?? {})).toEqual(others);
    for (const row of others) {
      expect(Object.keys(record.differences![row]!)).toEqual(measures);
      for (const [measure, { difference, low, high, pValue, adjusted }] of Object.entries(
        record.differences![row]!,
      )) {
        const ofRows = record.rows[row]!.answer[measure]! - record.rows[reference]!.answer[measure]!;
        expect(Math.abs(difference - ofRows), row).toBeLessThan(5e-5);
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(adjusted).toBeGreaterThanOrEqual(pValue);
      }
    }
  });

  test("agrees with the peer if both have the same model", () => {
    for (const { name: row, peer } of table.rows) {
      if (!peer) continue;
      const theirs = Object.entries(record.peer!.rows[row]!.answer);
      expect(theirs.length).toBeGreaterThan(0);
      for (const [measure, value] of theirs)
        expect(Math.abs(record.rows[row]!.answer[measure]! - value), row).toBeLessThan(1e-6);
    }
  });
});

function differenceOf(low: number, high: number, adjusted = 0.01) {
  return { Both: { rmse: { difference: 0.1, low, high, pValue: 0.0001, adjusted } } };
}

/** A table of made-up rows, whose settings are given. */
const table: Table = {
  title: "Made up",
  protocol: "u1",
  about: "About it. ",
  howToGet: "Nowhere.",
  digits: { published: 2, ours: 3 },
  tolerance: 0.001,
  compared: { reference: "Ours", measures: ["rmse"] },
  figure: { measure: "rmse", words: "RMSE", title: "Errors" },
  rows: [
    { name: "Theirs", published: { rmse: 0.9 }, note: "on test" },
    { name: "Both", published: { rmse: 0.9 }, model: "M", settings: { factors: 3 }, goals: { rmse: 0.9 } },
    { name: "Ours", model: "M", settings: {}, goals: { rmse: 0.8 } },
  ],
};
const measured = (rmse: number) => ({ model: "M", settings: [{}], seconds: 1.5, answer: { rmse, mae: 0.7 } });
const record = (both: number, ours: number, load = 0): TableRecord => ({
  ...{ day: "2000-01-01", machine: "a machine", load },
  rows: { Both: measured(both), Ours: measured(ours) },
});

test("a row shows the published measures, ours, and whether the goal is met", () => {
  const lines = leaderboardSection("made-up", table, record(0.9, 0.8004)).split("\n");
  expect(lines).toContain("| Theirs | 0.90 / – | – | – |  |");
  expect(lines).toContain("| Both | 0.90 / – | 0.900 / 0.700 | 1.5 s | at most 0.9: met |");
  expect(lines).toContain("| Ours | – | 0.800 / 0.700 | 1.5 s | at most 0.8: met |");
  expect(leaderboardSection("made-up", table, record(0.9, 0.801))).toContain("at most 0.8: **missed**");
});

test("the settings of a row name its class", () => {
  const lines = leaderboardSection("table-46", TABLES["table-46"]!, records["table-46"]!).split("\n");
  expect(lines.filter((line) => line.startsWith("| NMF | ImplicitAls | factors 20,"))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith("| TopPop | Popularity | defaults |"))).toHaveLength(1);
});

test("UserKNN with the article's neighbours is as near to the published row as the page says", () => {
  const { about, rows } = TABLES["table-46"]!;
  expect(about).toContain("The row with these neighbours is within 0.001 of the article's");
  const { answer } = records["table-46"]!.rows["UserKNN, neighbours as in the article's code"]!;
  const { published } = rows.find(({ name }) => name === "UserKNN")!;
  for (const [measure, value] of Object.entries(published!))
    expect(Math.abs(answer[measure]! - value), measure).toBeLessThan(0.001);
});

test("notebook 11 shows published rows of table 46, and what the network beats", () => {
  const notebook = JSON.parse(readFileSync(join(root, "notebooks", "11-state-of-the-art.ipynb"), "utf8"));
  const cells: string[] = notebook.cells.map(({ source }: { source: string[] }) => source.join(""));
  const code = cells.find((cell) => cell.startsWith("const published = ["))!;
  const shown = [...code.matchAll(/model: "(.+?)", precision: (.+?), recall: (.+?), ndcg: (.+?) }/g)];
  const rows = shown.map(([, model, ...values]) => ({ model, values: values.map(Number) }));
  const published = TABLES["table-46"]!.rows.map((row) => Object.values(row.published ?? {}));
  expect(rows).toHaveLength(10);
  for (const { values } of rows) expect(published).toContainEqual(values);

  const network = rows.find(({ model }) => model === "MCRec (neural)")!;
  const beaten = rows.map(({ model, values }) => [
    model,
    values.map((value, k) => network.values[k]! > value),
  ]);
  expect(beaten.filter(([, measures]) => (measures as boolean[]).includes(true))).toEqual([
    ["TopPop", [true, true, true]],
    ["P3alpha", [false, true, false]],
  ]);
});

test("seconds of a busy machine are called too high", () => {
  expect(leaderboardSection("made-up", table, record(1, 1, 5.2))).toContain("(load 5.2)");
  expect(leaderboardSection("made-up", table, record(1, 1, 1.1))).not.toContain("load");
});

test("more is better for lists; measures are compared as they are shown", () => {
  expect(meetsGoals({ "recall@10": 0.243 }, { "recall@10": 0.24297 }, 4)).toBe(true);
  expect(meetsGoals({ "recall@10": 0.243 }, { "recall@10": 0.2429 }, 4)).toBe(false);
  expect(meetsGoals({ rmse: 0.9 }, {}, 4)).toBe(false);
});

test("settings are shown once if all splits chose the same, else for each split", () => {
  const splits = [
    { center: "baseline", damping: 0.1 },
    { center: "baseline", damping: 0.2 },
  ];
  expect(settingsText(splits)).toBe("center baseline, damping 0.1 / 0.2");
  expect(settingsText([{ weights: [4, 1] }])).toBe("weights 4 + 1");
  expect(settingsText([{ trees: { depth: 4, minRows: 20 } }])).toBe("trees (depth 4, minRows 20)");
});

test("a repeated run is compared with the record, within the tolerance", () => {
  expect(deviations(table, record(0.9, 0.8), record(0.9009, 0.8))).toEqual([]);
  expect(deviations(table, record(0.9, 0.8), record(0.9, 0.8011))).toEqual([
    "Made up, Ours: rmse is 0.8011, recorded is 0.8; the tolerance is 0.001.",
  ]);
  expect(deviations(table, undefined, record(0.9, 0.8))).toHaveLength(4);
  const withDifference = (high: number) => ({ ...record(0.9, 0.8), differences: differenceOf(0.05, high) });
  expect(deviations(table, withDifference(0.15), withDifference(0.15))).toEqual([]);
  expect(deviations(table, withDifference(0.15), withDifference(0.2))).toEqual([
    "Made up, Both: the high of the difference of rmse is 0.2, recorded is 0.15; the tolerance is 0.001.",
  ]);
});

test("differences from the reference row stand below the table, with their intervals", () => {
  const lines = (low: number, adjusted: number) =>
    leaderboardSection("made-up", table, {
      ...record(0.9, 0.8),
      differences: differenceOf(low, 0.15, adjusted),
    }).split("\n");
  expect(lines(0.05, 0.0001)).toContain("| Both | +0.100 (+0.050 to +0.150) | < 0.001 |");
  expect(lines(-0.05, 0.2)).toContain(
    "| Both | +0.100 (−0.050 to +0.150): no significant difference | 0.200 |",
  );
  expect(lines(0.05, 0.2).join()).toContain("**Differences from Ours.**");
  expect(lines(0.05, 0.2).join()).toContain("allow for the 1 comparisons by Holm's method");
  expect(leaderboardSection("made-up", table, record(0.9, 0.8))).not.toContain("Differences");
});

test("a table whose data could not be downloaded says so", () => {
  const section = leaderboardSection("made-up", table);
  expect(section).toContain("| Ours | – | not measured | – | at most 0.8 |");
  expect(section).toContain("Not measured yet");
  expect(section).toContain("`npm run leaderboard -- --only made-up`");
  expect(section).not.toContain("![");
});

test("leaderboard --help explains it; an unknown table is an error that lists all", () => {
  expect(runNode(root, ["bench/leaderboard.mjs", "--help"]).printed).toContain("npm run leaderboard");
  const { code, printed } = runNode(root, ["bench/leaderboard.mjs", "--only", "table-47"]);
  expect(code).toBe(1);
  expect(printed).toContain(
    "There is no table table-47; there are: surprise-folds, surprise-folds-dates, u1, u1-dates, table-46, tutorial-d, tutorial-d-dates, ml-1m, ml-10m.",
  );
  const wrong = runNode(root, ["bench/leaderboard.mjs", "--simulate", "many"]);
  expect(wrong.code).toBe(1);
  expect(wrong.printed).toContain("--simulate is many; give a number of sweeps, as --simulate 2.");
});
