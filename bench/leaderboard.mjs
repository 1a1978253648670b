import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../scripts/build.mjs";
import { root } from "../scripts/lib/places.mjs";
import { program, Stop } from "../scripts/lib/program.mjs";
import { readIfThere } from "../scripts/lib/stamp.mjs";
import { drawTable } from "./leaderboard/picture.mjs";
import { differences, readRecords, writeRecords } from "./leaderboard/records.mjs";
import { resolveRow } from "./leaderboard/resolve-row.mjs";
import { leaderboardSection, pictureOf } from "./leaderboard/section.mjs";
import { TABLES } from "./leaderboard/tables.mjs";
import { dataFolder } from "./lib/data-folder.mjs";
import { measure } from "./lib/measure.mjs";
import { setUpPeers } from "./lib/peers.mjs";
import { thisRun } from "./lib/run-line.mjs";
import { withSection } from "./lib/table.mjs";
import { PROTOCOLS } from "./settings/protocols.mjs";

const docs = join(root, "docs");
const page = join(docs, "benchmarks.md");

const USAGE = `Compares the library's models with the best published numbers, one table for each protocol.

  npm run leaderboard [-- options]

  Writes docs/leaderboard.json, and from it the tables and figures of docs/benchmarks.md. Takes about a quarter
  of an hour on an idle machine.

  --only TABLE  one of: ${Object.keys(TABLES).join(", ")}; may be repeated
  --peer        also runs the peers (.venv-bench); otherwise their records are kept
  --check       compares with docs/leaderboard.json instead of writing it
  --page        makes the page again from docs/leaderboard.json, without measuring
  --help        this text`;

/**
 * Measures our rows of a table, each in a process of its own.
 *
 * @param {import("./leaderboard/tables.mjs").Table} table
 * @param {string} folder of its data set
 * @returns {Promise<import("./leaderboard/records.mjs").TableRecord>}
 */
async function measureTable(table, folder) {
  const run = thisRun();
  const ours = table.rows.flatMap((row) => {
    const resolved = resolveRow(table, row);
    return resolved ? [{ name: row.name, ...resolved }] : [];
  });
  /** @type {Record<string, import("./leaderboard/records.mjs").Measured>} */
  const rows = {};
  for (const [done, { name, model, settings }] of ours.entries()) {
    console.log(`${table.title}, ${done + 1} of ${ours.length}: ${name} …`);
    const command = ["ours/evaluate.mjs", folder, table.protocol, model, JSON.stringify(settings)];
    rows[name] = { model, settings, ...(await runRow(command)) };
  }
  const intervals = await measureIntervals(table, folder);
  return { ...run, rows, ...(intervals.length > 0 && { intervals }) };
}

/**
 * @param {import("./leaderboard/tables.mjs").Table} table
 * @param {string} folder
 */
async function measureIntervals(table, folder) {
  /** @type {import("./leaderboard/records.mjs").Interval[]} */
  const intervals = [];
  for (const pair of table.intervals ?? []) {
    const [first, second] = [pair.first, pair.second].map((name) => {
      const row = table.rows.find((each) => each.name === name);
      return JSON.stringify(row && resolveRow(table, row));
    });
    console.log(`${table.title}: ${pair.first} − ${pair.second} …`);
    const command = ["ours/difference.mjs", folder, table.protocol, pair.measure, `${first}`, `${second}`];
    const { answer } = await measure(command);
    intervals.push({
      ...pair,
      .../** @type {import("reelbook").DifferenceInterval} */ (/** @type {unknown} */ (answer)),
    });
  }
  return intervals;
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

/** @param {readonly string[]} command */
async function runRow(command) {
  const { seconds, answer = {} } = await measure(command);
  const numbers = Object.values(answer).map((value) => value.toFixed(6));
  console.log(`  ${numbers.join(" / ")}, ${seconds.toFixed(1)} s`);
  return { seconds: Number(seconds.toPrecision(3)), answer };
}

/** @param {string} name @param {import("./leaderboard/records.mjs").TableRecord} record */
function writeSection(name, record) {
  const table = TABLES[name];
  if (!table) return;
  writeFileSync(page, withSection(readIfThere(page), name, leaderboardSection(name, table, record)));
}

/** @param {string} name @param {import("./leaderboard/records.mjs").TableRecord} record */
async function writePicture(name, record) {
  const table = TABLES[name];
  if (table) writeFileSync(join(docs, pictureOf(name)), await drawTable(table, record));
}

await program(import.meta.url, {
  usage: USAGE,
  options: {
    only: { type: "string", multiple: true, default: [] },
    peer: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    page: { type: "boolean", default: false },
  },
  async main({ only, peer: runsPeer, check, page: pageOnly }) {
    const unknown = only.find((name) => !TABLES[name]);
    if (unknown)
      throw new Stop(`There is no table ${unknown}; there are: ${Object.keys(TABLES).join(", ")}.`);
    const asked = Object.entries(TABLES).filter(([name]) => only.length === 0 || only.includes(name));
    const committed = readRecords();
    if (pageOnly) {
      const there = asked.flatMap(([name]) => (committed[name] ? [{ name, record: committed[name] }] : []));
      for (const { name, record } of there) writeSection(name, record);
      for (const { name, record } of there) await writePicture(name, record);
      return;
    }

    await build();
    if (runsPeer) await setUpPeers();
    /** @type {string[]} */
    const found = [];
    for (const [name, table] of asked) {
      const folder = await dataFolder(PROTOCOLS[table.protocol]?.dataset ?? "");
      if (!folder) {
        console.log(`${table.title} is skipped: its data is missing. ${table.howToGet}`);
        continue;
      }
      const record = await measureTable(table, folder);
      if (check) {
        found.push(...differences(table, committed[name], record));
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
