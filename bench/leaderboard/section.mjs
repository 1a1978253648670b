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
 * A section of the page, made only from the table and its record.
 *
 * @param {string} name
 * @param {Table} table
 * @param {import("./records.mjs").TableRecord} record
 */
export function leaderboardSection(name, table, record) {
  const { title, about, howToGet, figure, rows, tolerance } = table;
  const settings = rows.filter((row) => row.model || row.grid || row.note);
  return [
    `## ${title}`,
    `${about} ${splitsOf(table)} ${howToGet}`,
    howChosen(table),
    resultTable(table, record),
    ...intervalLines(table, record),
    `![${figure.title}](${pictureOf(name)})`,
    "<details><summary>Settings, and how each was chosen</summary>",
    markdownTable(
      ["", "model", "settings", "how"],
      settings.map((row) => {
        const { model = "–", settings, chosen } = settingsOfRow(table, row);
        return [row.name, model, settings, chosen];
      }),
    ),
    "</details>",
    `Models draw with seed 0 unless their settings name another one. ${measuredLines(table, record)} A repeated run must come within ${tolerance} of these measures: \`npm run leaderboard -- --only ${name} --check\`.`,
  ].join("\n\n");
}

/** @param {Table} table */
function splitsOf({ protocol }) {
  return `Splits: ${PROTOCOLS[protocol]?.about}.`;
}

/**
 * How settings were chosen, and what was known of the test rows before that. @param {Table} table
 */
function howChosen({ protocol: name }) {
  const protocol = PROTOCOLS[name];
  if (!protocol) return "";
  const { measure, testShare, seeds } = protocol.validation;
  const draws = seeds.length === 1 ? `drawn with seed ${seeds[0]}` : `mean over seeds ${seeds.join(", ")}`;
  const how =
    `**How settings were chosen.** A row with "the best of … on validation" has, for each split, the settings of \`bench/settings/grids.mjs\` with the best ${TITLES[measure]} on ` +
    `${100 * testShare} % of the split's train rows (${draws}). This search reads no test row; \`node bench/choose-settings.mjs --protocol ${name}\` repeats it. ` +
    "What was known of the test rows before, and how the grids came about:";
  return [how, protocol.howChosen.map((fact) => `- ${fact}`).join("\n")].join("\n\n");
}

/** @param {Table} table @param {import("./records.mjs").TableRecord} record */
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
      const measured = record.rows[row.name];
      const theirs = record.peer?.rows[row.name];
      const isOurs = row.model !== undefined || row.grid !== undefined;
      const text = (
        /** @type {Record<string, number> | undefined} */ values,
        /** @type {number} */ digits,
      ) => (values ? measures.map((measure) => numberText(values[measure], digits)).join(" / ") : "–");
      return [
        row.name,
        text(row.published, table.digits.published),
        ...(peer ? [text(theirs?.answer, table.digits.ours)] : []),
        isOurs ? (measured ? text(measured.answer, table.digits.ours) : "missing") : "–",
        ...(peer ? [theirs ? duration(theirs.seconds) : "–"] : []),
        measured ? duration(measured.seconds) : "–",
        goalText(row, measured, table.digits.ours),
      ];
    }),
  );
}

/** @param {Table} table @param {import("./records.mjs").TableRecord} record */
function intervalLines({ digits }, { intervals = [] }) {
  if (intervals.length === 0) return [];
  const lines = intervals.map(({ first, second, measure, difference, low, high }) => {
    const [middle, from, to] = [difference, low, high].map((each) =>
      each.toFixed(digits.ours).replace("-", "−"),
    );
    return `- ${first} − ${second}: ${TITLES[measure]} ${middle} (${from} to ${to})`;
  });
  return [
    `Differences, and their 95 % intervals (paired bootstrap of the test ratings):\n\n${lines.join("\n")}`,
  ];
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
