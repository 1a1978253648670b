import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { connect, SparkAls, similarItems, timeSplit } from "reelbook-spark";
import { scratch } from "../../scripts/lib/places.mjs";
import { startServer, stopServer } from "../../scripts/spark/connect-server.mjs";
import { sparkTotals } from "../lib/spark-event-log.mjs";
import { timed } from "./timed.mjs";
import { watchTreeMemory } from "./tree-memory.mjs";

/** ALS is that of bench/ours/large.mjs, in memory. */
const ALS = { factors: 16, iterations: 10, regularization: 0.1, seed: 1, blocks: 10 };

const [file = "", memory = "", cores = "", extent = ""] = process.argv.slice(2);

mkdirSync(scratch, { recursive: true });
const events = mkdtempSync(join(scratch, "spark-events-"));
const settings = {
  "spark.eventLog.dir": events,
  "spark.eventLog.enabled": "true",
  "spark.eventLog.compress": "false",
  "spark.eventLog.rolling.enabled": "false",
  "spark.eventLog.logBlockUpdates.enabled": "true",
};
const server = await startServer({ memory, cores: Number(cores), settings });
try {
  const endWatch = watchTreeMemory(server.pid);
  const spark = await connect(server.address);
  const ratings = await spark.csv(resolve(file));
  const [count, open] = await timed(() => ratings.check());
  const [testCount, split] = await timed(async () => (await timeSplit(ratings)).test.count());
  const before = Date.now();
  const [model, als] = await timed(() => new SparkAls(ALS).fit(ratings, { check: false }));
  const after = Date.now();
  const modelBytes = await model.byteLength();
  const lists = join(server.folder, "lists");
  const isWhole = extent === "whole";
  const allLists = isWhole
    ? await secondsOf(() => model.writeRecommendations(lists, { count: 10 }))
    : undefined;
  const { width, userIds, itemIds } = await model.factors();
  const fit = isWhole ? await secondsOf(() => rowsOfNeighbors(ratings)) : undefined;
  const bytesAtPeak = endWatch();
  const log = readFileSync(join(events, readdirSync(events)[0] ?? ""), "utf8");
  const { bytesShuffled, bytesCached, taskSeconds } = sparkTotals(log, { from: before, to: after });
  const moved = sparkTotals(log);
  await spark.close();
  const answer = {
    ...{ open, split, als, ...(isWhole && { fit, allLists }), testCount, count },
    ...{ users: userIds.length, items: itemIds.length, factors: width, iterations: ALS.iterations },
    ...{ blocks: ALS.blocks, cores: Number(cores), modelBytes, bytesAtPeak },
    ...{ bytesShuffled: moved.bytesShuffled, bytesSpilled: moved.bytesSpilled },
    ...{ alsBytesShuffled: bytesShuffled, alsBytesCached: bytesCached, alsTaskSeconds: taskSeconds },
  };
  console.log(JSON.stringify({ seconds: open + split + als + (allLists ?? 0) + (fit ?? 0), answer }));
} finally {
  await stopServer(server);
  rmSync(events, { recursive: true, force: true });
}

/** @param {import("reelbook-spark").SparkRatings} ratings */
async function rowsOfNeighbors(ratings) {
  let rows = 0;
  for await (const { itemIds } of similarItems(ratings, { keep: 100 })) rows += itemIds.length;
  return rows;
}

/** @param {() => Promise<unknown>} work */
async function secondsOf(work) {
  const [, seconds] = await timed(work);
  return seconds;
}
