import { Baseline } from "../models/baselines/baseline.js";
import type { Center, Centering, RowCentering } from "../models/neighbors/centering.js";
import type { EntryChunk, StoredEntries } from "./stored-entries.js";

/** How many ratings items and users have, and their means. */
export interface EntryStatistics {
  readonly itemCounts: Int32Array;
  readonly userCounts: Int32Array;
  readonly itemMeans: Float64Array;
  readonly userMeans: Float64Array;
  readonly count: number;
  readonly mean: number;
}

/** Counts and means in one pass. O(ratings). */
export async function entryStatistics(entries: StoredEntries): Promise<EntryStatistics> {
  const { users, items } = entries;
  const [itemCounts, userCounts] = [new Int32Array(items.size), new Int32Array(users.size)];
  const [itemSums, userSums] = [new Float64Array(items.size), new Float64Array(users.size)];
  let [count, sum] = [0, 0];
  await forEach(entries, (user, item, value) => {
    count++;
    sum += value;
    itemCounts[item]++;
    userCounts[user]++;
    itemSums[item] += value;
    userSums[user] += value;
  });
  return {
    itemCounts,
    userCounts,
    itemMeans: itemSums.map((total, item) => total / itemCounts[item]),
    userMeans: userSums.map((total, user) => total / userCounts[user]),
    count,
    mean: sum / count,
  };
}

/**
 * The centring of `ItemKnn` for ratings in DuckDB: its rows are items, its columns users.
 * O(ratings) for each pass: none for means, two for "z-score", 20 for "baseline".
 */
export async function storedCentering(
  entries: StoredEntries,
  statistics: EntryStatistics,
  center: Center,
): Promise<Centering> {
  const rowCount = entries.items.size;
  const none: Centering = {
    rowOffsets: new Float64Array(rowCount),
    columnOffsets: new Float64Array(entries.users.size),
    rowScales: new Float64Array(rowCount).fill(1),
    newUser: () => UNCENTRED,
  };
  switch (center) {
    case "none":
      return none;
    case "user-mean":
      return { ...none, columnOffsets: statistics.userMeans };
    case "mean":
    case "item-mean":
      return { ...none, rowOffsets: statistics.itemMeans };
    case "z-score":
      return { ...none, rowOffsets: statistics.itemMeans, rowScales: await deviations(entries, statistics) };
    default: {
      const { items, users } = await baselineBiases(entries, statistics);
      return {
        ...none,
        rowOffsets: items.map((bias) => statistics.mean + bias),
        columnOffsets: users,
      };
    }
  }
}

const UNCENTRED: RowCentering = { offset: 0, scale: 1 };

/** Of each item, or that of all ratings where it is 0. */
async function deviations(entries: StoredEntries, statistics: EntryStatistics): Promise<Float64Array> {
  const { itemCounts, itemMeans, count, mean } = statistics;
  const squares = new Float64Array(itemMeans.length);
  let all = 0;
  await forEach(entries, (_, item, value) => {
    squares[item] += (value - itemMeans[item]) ** 2;
    all += (value - mean) ** 2;
  });
  const deviation = Math.sqrt(all / count);
  return squares.map((sum, item) => Math.sqrt(sum / itemCounts[item]) || deviation);
}

/** As `Baseline` with its defaults, from sums over a stream of ratings. */
async function baselineBiases(
  entries: StoredEntries,
  { itemCounts, userCounts, mean }: EntryStatistics,
): Promise<{ items: Float64Array; users: Float64Array }> {
  const { iterations, itemRegularization, userRegularization } = new Baseline().settings;
  let items = new Float64Array(itemCounts.length);
  let users = new Float64Array(userCounts.length);
  const solved = (sums: Float64Array, counts: Int32Array, regularization: number) =>
    sums.map((sum, row) => (counts[row] === 0 ? 0 : sum / (regularization + counts[row])));
  for (let iteration = 0; iteration < iterations; iteration++) {
    const itemSums = new Float64Array(items.length);
    await forEach(entries, (user, item, value) => {
      itemSums[item] += value - mean - users[user];
    });
    items = solved(itemSums, itemCounts, itemRegularization);
    const userSums = new Float64Array(users.length);
    await forEach(entries, (user, item, value) => {
      userSums[user] += value - mean - items[item];
    });
    users = solved(userSums, userCounts, userRegularization);
  }
  return { items, users };
}

async function forEach(
  entries: StoredEntries,
  visit: (user: number, item: number, value: number) => void,
): Promise<void> {
  for await (const { count, users, items, values } of entries.chunks()) {
    for (let k = 0; k < count; k++) visit(users[k], items[k], values[k]);
  }
}

/** What comparing subtracts from ratings, and what it multiplies them by. */
export interface ComparedValues {
  readonly rowOffsets: Float64Array;
  readonly columnOffsets: Float64Array;
  readonly columnScales: Float64Array | undefined;
}

/** The compared values of a chunk: (value − rowOffset − columnOffset) × columnScale. */
export function comparedChunk(
  { count, users, items, values }: EntryChunk,
  { rowOffsets, columnOffsets, columnScales }: ComparedValues,
  into: Float64Array,
): void {
  for (let k = 0; k < count; k++) {
    const residual = values[k] - (rowOffsets[items[k]] + columnOffsets[users[k]]);
    into[k] = columnScales ? residual * columnScales[users[k]] : residual;
  }
}
