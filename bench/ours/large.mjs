import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { ExplicitAls, ItemKnn, timeSplit } from "reelbook";
import { DuckdbItemKnn, duckdbRatings } from "reelbook/duckdb";
import { scratch } from "../../scripts/lib/places.mjs";
import { loadRatingsFile } from "./load-ratings-file.mjs";
import { memoryMeter } from "./memory-meter.mjs";
import { timed } from "./timed.mjs";

/** How many users get a list. */
const USERS = 200;

const SETTINGS = /** @type {const} */ ({ aggregate: "sum", keep: 100 });

/** That of bench/ours/large-spark.mjs. */
const ALS = { factors: 16, iterations: 10, regularization: 0.1, biased: false, seed: 1 };

// What follows the file: "als" in memory, the limit of memory in DuckDB.
const [engine = "", file = "", option = ""] = process.argv.slice(2);
const memory = memoryMeter();
/** @type {Record<string, number>} */
const steps = engine === "duckdb" ? await inDuckdb() : await inMemory();
const seconds = ["open", "split", "fit", "lists", "als"].reduce((sum, step) => sum + (steps[step] ?? 0), 0);
const { bytesAtPeak } = memory(1);
console.log(JSON.stringify({ seconds, answer: { ...steps, bytesAtPeak } }));

async function inMemory() {
  const [ratings, open] = await timed(() => loadRatingsFile(file));
  const [{ test }, split] = await timed(() => timeSplit(ratings));
  const [model, fit] = await timed(() => new ItemKnn(SETTINGS).fit(ratings));
  const users = ratings.users.ids.slice(0, USERS);
  const [made, lists] = await timed(() => model.recommendAll({ users }));
  const answers = { testCount: test.count, sumOfScores: sumOf(made.scores) };
  const steps = { open, split, fit, lists, ...answers };
  if (option !== "als") return steps;
  const [, als] = await timed(() => new ExplicitAls(ALS).fit(ratings));
  return { ...steps, als };
}

async function inDuckdb() {
  const columns = { itemId: "movieId" };
  mkdirSync(scratch, { recursive: true });
  const temporaryFolder = mkdtempSync(join(scratch, "duckdb-"));
  const spilled = watchSpilled(temporaryFolder);
  const [store, open] = await timed(() =>
    duckdbRatings(file, { columns, memoryLimit: option, temporaryFolder }),
  );
  const [{ train, test }, split] = await timed(() => store.timeSplit());
  const testCount = test.count;
  for (const part of [train, test]) await part.close();
  const [, index] = await timed(() => store.entries());
  const [model, fit] = await timed(() => new DuckdbItemKnn(SETTINGS).fit(store));
  const { users: all } = await store.entries();
  const [made, lists] = await timed(() => model.recommendAll({ users: all.ids.slice(0, USERS) }));
  const { blocks, bytesRead } = model.cost;
  const sumOfScores = sumOf(made.scores);
  const bytesStored = sizeOf(store.folder, /\.duckdb$/);
  await store.close();
  rmSync(temporaryFolder, { recursive: true });
  const costs = { blocks, bytesRead, bytesStored, bytesSpilled: spilled() };
  return { open, split, fit: index + fit, index, lists, testCount, sumOfScores, ...costs };
}

/**
 * The most bytes that were spilled below a folder, looked at ten times a second.
 *
 * @param {string} folder
 */
function watchSpilled(folder) {
  let most = 0;
  const look = () => {
    most = Math.max(most, sizeOf(folder, /[\\/]spill[\\/]/));
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return most;
  };
}

/** @param {string} folder @param {RegExp} counted which paths below it */
function sizeOf(folder, counted) {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sizes = paths.filter((path) => counted.test(path)).map((path) => sizeOfFile(join(folder, path)));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

/** 0 for one that was deleted meanwhile. @param {string} path */
function sizeOfFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** @param {Float64Array} values */
function sumOf(values) {
  return values.reduce((sum, value) => sum + (value || 0), 0);
}
