import { digits, gibibytes } from "./format.mjs";
import { runLine } from "./run-line.mjs";
import { sparkCost } from "./spark-cost.mjs";
import { markdownTable } from "./table.mjs";

/** @typedef {import("./spark-cost.mjs").SparkFit} SparkFit */
/** @typedef {import("./spark-cost.mjs").Size} Size */

/** Ratings in a block of users: more of them are sorted in the memory of one task. */
const RATINGS_PER_BLOCK = 10_000_000;
/** Bytes of an executor that data may take, its cores, and its network in bytes a second. */
const EXECUTOR = { bytes: 16 * 2 ** 30, cores: 8, network: 1.25e9 };
const COSTS = /** @type {const} */ ([
  ["bytesShuffled", "alsBytesShuffled", "shuffled"],
  ["bytesCached", "alsBytesCached", "kept in memory"],
  ["taskSeconds", "alsTaskSeconds", "task seconds"],
]);

/** Sizes beyond what was measured: users as active as those of ML-25M. */
const BEYOND = [
  { name: "1 billion", count: 1e9, items: 200_000 },
  { name: "10 billion", count: 1e10, items: 1_000_000 },
];

/**
 * The section of docs/large.md: the model of costs, fitted to the two smaller sizes, its error at
 * the largest, and what it says of larger ones.
 *
 * @param {import("./speed-records.mjs").SpeedRecord} record of bench/benchmarks/large.mjs
 */
export function sparkCostSection(record) {
  const [small, middle, held] = sparkFits(record);
  if (!small || !middle || !held) {
    return "Not measured yet: `npm run bench -- --only large` on a machine with Java writes the record that this is made from.";
  }
  const model = sparkCost([small, middle]);
  const expected = model(held);
  const errors = COSTS.map(([cost, measured, name]) => [
    name,
    amount(cost, held[measured]),
    amount(cost, expected[cost]),
    `${digits(100 * (expected[cost] / held[measured] - 1))} %`,
  ]);
  const perUser = held.count / held.users;
  const beyond = BEYOND.map(({ name, count, items }) => {
    const users = Math.round(count / perUser);
    const blocks = Math.max(held.blocks, Math.ceil(count / RATINGS_PER_BLOCK));
    return { name, size: { ...held, count, users, items, blocks } };
  });
  const modelBytes = held.modelBytes / (held.users + held.items);
  const limit = 2 ** 30 / modelBytes;
  return [
    `${runLine(record)} ALS with ${held.factors} factors and ${held.iterations} iterations on local[${held.cores}]. The model, whose formulas are in bench/lib/spark-cost.mjs, is fitted to ${million(small.count)} and ${million(middle.count)} million ratings. At ${million(held.count)} million, which it has not seen:`,
    markdownTable(["", "measured", "model", "error"], errors),
    `The next table is what the same model says of a cluster, with ${digits(perUser)} ratings a user as here, a block for each ${million(RATINGS_PER_BLOCK)} million ratings, and executors of ${EXECUTOR.cores} cores that give ${gibibytes(EXECUTOR.bytes)} to the data. Nobody has run these sizes. The task seconds were measured on one machine, without a network. The error above is that of ${digits(held.count / middle.count)} times the ratings of the larger fitted size; these sizes have ${beyond.map(({ size }) => digits(size.count / middle.count)).join(" and ")} times as many.`,
    beyondTable(beyond.map(({ name, size }) => [name, ...clusterCells(model(size), size)])),
    `**What breaks first.** The server estimates ${digits(modelBytes)} bytes of a model for each user and item, and refuses a model above spark.connect.session.connectML.mlCache.memoryControl.maxModelSize, 1 GiB by default: that is ${digits(limit / 1e6)} million users and items together, ${digits((limit * perUser) / 1e9)} billion ratings here. Set it higher. Next is the default of ${held.blocks} blocks: a block of ${digits(1e9 / held.blocks / 1e6)} million ratings at a billion is sorted in the memory of one task. More blocks send more vectors, at most one for each rating. Then \`toModel\`: a Map of JavaScript holds at most ${digits(2 ** 24 / 1e6)} million ids, so take the users to be served, or write the lists on the server. The join of \`similarItems\` is out of reach long before: it grows with the squares of the users' ratings.`,
  ].join("\n\n");
}

/**
 * What Spark measured, from the smallest size to the largest.
 *
 * @param {import("./speed-records.mjs").SpeedRecord} record
 * @returns {(SparkFit & { cores: number, modelBytes: number })[]}
 */
function sparkFits({ results }) {
  const answers = results.map(({ ours = [] }) => ours[0]?.answer ?? {});
  const fits = answers.filter((answer) => answer.alsBytesShuffled !== undefined);
  return /** @type {any[]} */ (fits).sort((a, b) => a.count - b.count);
}

/** A column for each size. @param {readonly (readonly string[])[]} columns each from its heading */
function beyondTable(columns) {
  const names = [
    ...["ratings", "users", "items", "blocks", "shuffled by an iteration", "kept in memory", "executors"],
    ...["memory of each", "network, s an iteration", "core hours of a fit"],
  ];
  const [header = [], ...rows] = names.map((name, row) => [
    name,
    ...columns.map((cells) => cells[row] ?? ""),
  ]);
  return markdownTable(header, rows);
}

/**
 * @param {import("./spark-cost.mjs").Cost} cost
 * @param {Size} size
 */
function clusterCells({ bytesShuffled, bytesCached, taskSeconds }, { users, items, blocks, iterations }) {
  const executors = Math.max(1, Math.ceil(bytesCached / EXECUTOR.bytes));
  const perIteration = bytesShuffled / iterations;
  return [
    `${million(users)} million`,
    items.toLocaleString("en"),
    String(blocks),
    amount("bytesShuffled", perIteration),
    amount("bytesCached", bytesCached),
    String(executors),
    amount("bytesCached", bytesCached / executors),
    digits(perIteration / executors / EXECUTOR.network),
    digits(taskSeconds / 3600),
  ];
}

/** @param {string} cost @param {number} value */
function amount(cost, value) {
  return cost === "taskSeconds" ? `${digits(value)} s` : gibibytes(value);
}

/** @param {number} count */
function million(count) {
  return digits(count / 1e6);
}
