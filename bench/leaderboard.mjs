import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../scripts/build.mjs";
import { root } from "../scripts/lib/places.mjs";
import { program, Stop } from "../scripts/lib/program.mjs";
import { readIfThere } from "../scripts/lib/stamp.mjs";
import { hasSettings, keepRow, keptRow, readKept } from "./leaderboard/kept-rows.mjs";
import { drawTable } from "./leaderboard/picture.mjs";
import { deviations, readRecords, writeRecords } from "./leaderboard/records.mjs";
import { resolveRow } from "./leaderboard/resolve-row.mjs";
import { rowDifferences } from "./leaderboard/row-differences.mjs";
import { leaderboardSection, pictureOf } from "./leaderboard/section.mjs";
import { TABLES } from "./leaderboard/tables.mjs";
import { dataFolder } from "./lib/data-folder.mjs";
import { duration } from "./lib/format.mjs";
import { measure } from "./lib/measure.mjs";
import { setUpPeers } from "./lib/peers.mjs";
import { thisRun } from "./lib/run-line.mjs";
import { withSection } from "./lib/table.mjs";
import { PROTOCOLS } from "./settings/protocols.mjs";

const docs = join(root, "docs");
const page = join(docs, "benchmarks.md");

const USAGE = `Compares the library's models with the best published numbers, one table for each protocol.

  npm run leaderboard [-- options]

  Writes docs/leaderboard.json, and from it the tables and figures of docs/benchmarks.md. Takes about twenty
  minutes on an idle machine.

  --only TABLE  one of: ${Object.keys(TABLES).join(", ")}; may be repeated
  --peer        also runs the peers (.venv-bench); otherwise their records are kept
  --add         measures only rows that this machine has not kept in .reelbook/leaderboard with their present
                settings; recorded seconds stay. Remove that folder after a change of the library's models
  --simulate N  fits the machines of ml-1m and ml-10m to simulated ratings of their size, with at most N sweeps, and
                prints seconds and memory; writes nothing
  --check       compares with docs/leaderboard.json instead of writing it
  --page        makes the page again from docs/leaderboard.json, without measuring
  --help        this text`;

/**
 * Measures our rows of a table, each in a process of its own.
 *
 * @param {string} name
 * @param {string} folder of its data set
 * @param {{
 *   committed: import("./leaderboard/records.mjs").TableRecord | undefined,
 *   adds: boolean,
 * }} options
 * @returns {Promise<import("./leaderboard/records.mjs").TableRecord>}
 */
async function measureTable(name, folder, { committed, adds }) {
  const table = tableOf(name);
  const run = adds && committed ? runOf(committed) : thisRun();
  const ours = table.rows.flatMap((row) => {
    const resolved = resolveRow(table, row);
    return resolved ? [{ name: row.name, ...resolved }] : [];
  });
  /** @type {Record<string, import("./leaderboard/records.mjs").Measured>} */
  const rows = {};
  /** @type {Record<string, import("./lib/user-values.mjs").UserValues>} */
  const values = {};
  for (const [done, { name: row, model, settings }] of ours.entries()) {
    const resolved = { model, settings };
    const before = adds ? committed?.rows[row] : undefined;
    const recorded = before && hasSettings(before, resolved) ? before : undefined;
    const kept = adds ? keptRow(readKept(name)[row], recorded ?? resolved, table.tolerance) : undefined;
    if (!kept) console.log(`${table.title}, ${done + 1} of ${ours.length}: ${row} …`);
    const command = ["ours/evaluate.mjs", folder, table.protocol, model, JSON.stringify(settings)];
    const measured = kept ?? { ...resolved, ...(await runRow(command)) };
    if (!kept) keepRow(name, row, measured);
    if (recorded) checkRecorded(table, row, recorded, measured);
    const { perUser = {}, ...own } = measured;
    rows[row] = recorded ?? own;
    values[row] = perUser;
  }
  return { ...run, rows, differences: rowDifferences(values, table.compared) };
}

/** @param {import("./leaderboard/records.mjs").TableRecord} record */
function runOf({ day, machine, load }) {
  return { day, machine, load };
}

/**
 * @param {import("./leaderboard/tables.mjs").Table} table
 * @param {string} row
 * @param {import("./leaderboard/records.mjs").Measured} recorded
 * @param {Pick<import("./leaderboard/records.mjs").Measured, "answer">} measured
 */
function checkRecorded(table, row, recorded, { answer }) {
  const [first] = deviations(table, { rows: { [row]: recorded } }, { rows: { [row]: { answer } } });
  if (first) throw new Stop(`${first} Measure the whole table again, without --add.`);
}

/**
 * Measures the rows of the peer.
 *
 * @param {import("./leaderboard/tables.mjs").Table} table
 * @param {string} folder
 * @returns {Promise<import("./leaderboard/records.mjs").PeerRecord>}
 */
async function measurePeer({ peer, rows: all }, folder) {
  const run = thisRun();
  /** @type {import("./leaderboard/records.mjs").PeerRecord["rows"]} */
  const rows = {};
  for (const { name, peer: theirs } of all) {
    if (!peer || !theirs) continue;
    console.log(`${peer.name}: ${theirs.model} …`);
    rows[name] = await runRow([peer.script, folder, theirs.model, JSON.stringify(theirs.settings)]);
  }
  return { ...run, rows };
}

/**
 * Fits the machines of a table to simulated ratings of its size.
 *
 * @param {import("./leaderboard/tables.mjs").Table} table
 * @param {number} sweeps at most
 */
async function simulateTable(table, sweeps) {
  for (const row of table.rows) {
    const { model = "", settings: [settings = {}] = [] } = resolveRow(table, row) ?? {};
    const { iterations } = /** @type {{ iterations?: number }} */ (settings);
    if (iterations === undefined) continue;
    const fewer = { ...settings, iterations: Math.min(sweeps, iterations) };
    const command = ["ours/simulate-row.mjs", table.protocol, model, JSON.stringify(fewer)];
    const { seconds, bytesAtPeak = Number.NaN } = await measure(command);
    const memory = `${Math.round(bytesAtPeak / 2 ** 20)} MB more at the peak`;
    console.log(
      `${table.title}, simulated, ${row.name} ${JSON.stringify(fewer)}: ${duration(seconds)}, ${memory}`,
    );
  }
}

/** @param {readonly string[]} command */
async function runRow(command) {
  const { seconds, answer = {}, perUser } = await measure(command);
  const numbers = Object.values(answer).map((value) => value.toFixed(6));
  console.log(`  ${numbers.join(" / ")}, ${seconds.toFixed(1)} s`);
  return { seconds: Number(seconds.toPrecision(3)), answer, ...(perUser && { perUser }) };
}

/** @param {string} name */
function tableOf(name) {
  const table = TABLES[name];
  if (!table) throw new Stop(`There is no table ${name}; there are: ${Object.keys(TABLES).join(", ")}.`);
  return table;
}

/**
 * @param {string} name
 * @param {import("./leaderboard/records.mjs").TableRecord} [record]
 */
function writeSection(name, record) {
  writeFileSync(page, withSection(readIfThere(page), name, leaderboardSection(name, tableOf(name), record)));
}

/** @param {string} name @param {import("./leaderboard/records.mjs").TableRecord} record */
async function writePicture(name, record) {
  writeFileSync(join(docs, pictureOf(name)), await drawTable(tableOf(name), record));
}

await program(import.meta.url, {
  usage: USAGE,
  options: {
    only: { type: "string", multiple: true, default: [] },
    peer: { type: "boolean", default: false },
    add: { type: "boolean", default: false },
    simulate: { type: "string" },
    check: { type: "boolean", default: false },
    page: { type: "boolean", default: false },
  },
  async main({ only, peer: runsPeer, add: adds, simulate, check, page: pageOnly }) {
    for (const name of only) tableOf(name);
    const asked = Object.entries(TABLES).filter(([name]) => only.length === 0 || only.includes(name));
    const committed = readRecords();
    if (pageOnly) {
      for (const [name] of asked) writeSection(name, committed[name]);
      for (const [name] of asked) if (committed[name]) await writePicture(name, committed[name]);
      return;
    }

    const sweeps = simulate === undefined ? undefined : Number(simulate);
    if (sweeps !== undefined && !(Number.isInteger(sweeps) && sweeps > 0))
      throw new Stop(`--simulate is ${simulate}; give a number of sweeps, as --simulate 2.`);
    await build();
    if (sweeps !== undefined) {
      const sized = asked.filter(([, { protocol }]) => PROTOCOLS[protocol]?.simulated);
      for (const [, table] of sized) await simulateTable(table, sweeps);
      return;
    }
    if (runsPeer) await setUpPeers();
    /** @type {string[]} */
    const found = [];
    for (const [name, table] of asked) {
      const folder = await dataFolder(PROTOCOLS[table.protocol]?.dataset ?? "");
      if (!folder) {
        console.log(`${table.title} is skipped: its data is missing. ${table.howToGet}`);
        continue;
      }
      const record = await measureTable(name, folder, { committed: committed[name], adds });
      if (check) {
        found.push(...deviations(table, committed[name], record));
        continue;
      }
      const peer = runsPeer && table.peer ? await measurePeer(table, folder) : committed[name]?.peer;
      writeRecords({ ...readRecords(), [name]: { ...record, peer } });
      writeSection(name, { ...record, peer });
      await writePicture(name, { ...record, peer });
    }
    if (!check) return;
    for (const difference of found) console.error(difference);
    console.log(
      found.length === 0
        ? "All measures are as recorded."
        : `${found.length} measures differ from the record.`,
    );
    return found.length === 0 ? 0 : 1;
  },
});
