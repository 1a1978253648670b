import { verdict } from "../lib/benchmark.mjs";
import { duration } from "../lib/format.mjs";
import { runLine } from "../lib/run-line.mjs";
import { markdownTable } from "../lib/table.mjs";
import { PROTOCOLS } from "../settings/protocols.mjs";
import { settingsOfRow } from "./resolve-row.mjs";

/** @typedef {import("./tables.mjs").Table} Table */
/** @typedef {import("./tables.mjs").Row} Row */
/** @typedef {import("./records.mjs").Measured | undefined} Measured */

const TITLES = /** @type {Record<string, string>} */ ({
  rmse: "RMSE",
  mae: "MAE",
  "precision@10": "P@10",
  "recall@10": "R@10",
  "ndcg-full@10": "NDCG over all relevant",
});

/** The picture of a table, in docs/. @param {string} name */
export const pictureOf = (name) => `leaderboard-${name}.png`;

/**
 * A section of the page, made only from the table and its record; a table whose data could not be
 * downloaded has none.
 *
 * @param {string} name
 * @param {Table} table
 * @param {import("./records.mjs").TableRecord} [record]
 */
export function leaderboardSection(name, table, record) {
  const { title, about, howToGet, figure, rows, tolerance } = table;
  const settings = rows.filter((row) => row.model || row.grid || row.note);
  return [
    `## ${title}`,
    `${about} ${splitsOf(table)} ${howToGet}`,
    howChosen(table),
    resultTable(table, record),
    ...differenceLines(table, record),
    ...(record ? [`![${figure.title}](${pictureOf(name)})`] : []),
    "<details><summary>Settings, and how each was chosen</summary>",
    markdownTable(
      ["", "model", "settings", "how"],
      settings.map((row) => {
        const { model = "–", settings, chosen } = settingsOfRow(table, row);
        return [row.name, model, settings, chosen];
      }),
    ),
    "</details>",
    record
      ? `Models draw with seed 0 unless their settings name another one. ${measuredLines(table, record)} A repeated run must come within ${tolerance} of these measures: \`npm run leaderboard -- --only ${name} --check\`.`
      : `Not measured yet: the data cannot be downloaded where this page is made. \`npm run leaderboard -- --only ${name}\` measures it elsewhere, and with \`--simulate 2\` shows time and memory on simulated ratings of its size.`,
  ].join("\n\n");
}

/** @param {Table} table */
function splitsOf({ protocol }) {
  return `Splits: ${PROTOCOLS[protocol]?.about}.`;
}

/**
 * How settings were chosen, and what was known of the test rows before that. @param {Table} table
 */
function howChosen(table) {
  const { protocol: name } = table;
  const protocol = PROTOCOLS[name];
  if (!protocol) return "";
  const { measure, testShare, seeds } = protocol.validation;
  const facts = factsOf(table)
    .map((fact) => `- ${fact}`)
    .join("\n");
  if (Object.keys(protocol.grids).length === 0)
    return `**How settings were chosen.** None was searched.\n\n${facts}`;
  const draws = seeds.length === 1 ? `drawn with seed ${seeds[0]}` : `mean over seeds ${seeds.join(", ")}`;
  const how =
    `**How settings were chosen.** A row with "the best of … on validation" has, for each split, the settings of \`bench/settings/grids.mjs\` with the best ${TITLES[measure]} on ` +
    `${100 * testShare} % of the split's train rows (${draws}). This search reads no test row; \`node bench/choose-settings.mjs --protocol ${name}\` repeats it. ` +
    "What was known of the test rows before, and how the grids came about:";
  return [how, facts].join("\n\n");
}

/** What was known of a table's test rows before, as sentences. @param {Table} table */
export function factsOf({ protocol, howChosen }) {
  return howChosen ?? PROTOCOLS[protocol]?.howChosen ?? [];
}

/** @param {Table} table @param {import("./records.mjs").TableRecord} [record] */
function resultTable(table, record) {
  const { protocol, peer, rows } = table;
  const measures = PROTOCOLS[protocol]?.measures ?? [];
  const titles = measures.map((measure) => TITLES[measure]).join(" / ");
  const header = [
    "",
    `published: ${titles}`,
    ...(peer ? [`${peer.name}: ${titles}`] : []),
    `ours: ${titles}`,
  ];
  return markdownTable(
    [...header, ...(peer ? ["seconds a split, theirs"] : []), "seconds a split", "goal"],
    rows.map((row) => {
      const measured = record?.rows[row.name];
      const theirs = record?.peer?.rows[row.name];
      const isOurs = row.model !== undefined || row.grid !== undefined;
      const text = (
        /** @type {Record<string, number> | undefined} */ values,
        /** @type {number} */ digits,
      ) => (values ? measures.map((measure) => numberText(values[measure], digits)).join(" / ") : "–");
      return [
        row.name,
        text(row.published, table.digits.published),
        ...(peer ? [text(theirs?.answer, table.digits.ours)] : []),
        isOurs ? (measured ? text(measured.answer, table.digits.ours) : "not measured") : "–",
        ...(peer ? [theirs ? duration(theirs.seconds) : "–"] : []),
        measured ? duration(measured.seconds) : "–",
        goalText(row, measured, table.digits.ours),
      ];
    }),
  );
}

/**
 * Each row's difference from the reference row, in the order of the table.
 *
 * @param {Table} table
 * @param {import("./records.mjs").TableRecord} [record]
 */
function differenceLines({ rows, compared, digits }, record) {
  const { differences = {} } = record ?? {};
  const { reference, measures } = compared;
  const there = rows.filter(({ name }) => differences[name]);
  if (there.length === 0) return [];
  const count = there.length * measures.length;
  const about =
    `**Differences from ${reference}.** Intervals are of a paired bootstrap of users, over all splits together, and *p* of a paired randomization. Both allow for the ${count} comparisons by Holm's method: ` +
    "the chance that any difference is called significant where there is none is at most 5 %.";
  const signed = (/** @type {number} */ value) =>
    `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(digits.ours)}`;
  const cells = (/** @type {string} */ row) =>
    measures.flatMap((measure) => {
      const found = differences[row]?.[measure];
      if (!found) return ["–", "–"];
      const { difference, low, high, adjusted } = found;
      const isSignificant = adjusted <= 0.05 && (low > 0 || high < 0);
      const interval = `${signed(difference)} (${signed(low)} to ${signed(high)})`;
      return [isSignificant ? interval : `${interval}: no significant difference`, pText(adjusted)];
    });
  const header = measures.flatMap((measure) => [`${TITLES[measure]}`, "*p*"]);
  return [
    about.trim(),
    markdownTable(
      ["", ...header],
      there.map(({ name }) => [name, ...cells(name)]),
    ),
  ];
}

/** @param {number} value */
function pText(value) {
  return value < 0.001 ? "< 0.001" : value.toFixed(3);
}

/** @param {number | undefined} value @param {number} digits */
function numberText(value, digits) {
  return value === undefined ? "–" : value.toFixed(digits);
}

/** @param {Row} row @param {Measured} measured @param {number} digits */
function goalText({ goals }, measured, digits) {
  const entries = Object.entries(goals ?? {});
  if (!goals || entries.length === 0) return "";
  const isError = entries.every(([measure]) => isLessBetter(measure));
  const goal = `at ${isError ? "most" : "least"} ${entries.map(([, value]) => value).join(" / ")}`;
  return verdict(goal, measured && meetsGoals(goals, measured.answer, digits));
}

/**
 * Whether measures, rounded as they are shown, are as good as the goals.
 *
 * @param {Record<string, number>} goals
 * @param {Record<string, number>} answer
 * @param {number} digits after the point
 */
export function meetsGoals(goals, answer, digits) {
  return Object.entries(goals).every(([measure, goal]) => {
    const value = Number(answer[measure]?.toFixed(digits) ?? Number.NaN);
    return isLessBetter(measure) ? value <= goal : value >= goal;
  });
}

/** @param {string} measure */
export const isLessBetter = (measure) => ["rmse", "mae", "mape"].includes(measure);

/**
 * When and where ours was measured, and the peer if in another run. @param {Table} table @param
 * {import("./records.mjs").TableRecord} record
 */
function measuredLines({ peer }, record) {
  return [runLine(record), record.peer && `${peer?.name}: ${runLine(record.peer)}`].filter(Boolean).join(" ");
}
