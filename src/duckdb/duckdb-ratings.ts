import type { RandomSplitOptions } from "../evaluation/splits/random-split.js";
import type { TimeSplitOptions } from "../evaluation/splits/time-split.js";
import { random } from "../math/random.js";
import { type Id, IdIndex } from "../ratings/id-index.js";
import type { RatingScale } from "../ratings/rating.js";
import { Ratings } from "../ratings/ratings.js";
import { isTimestamp } from "../ratings/timestamp.js";
import { atLeast, shareBetween0And1, wholeAtLeast } from "../settings/checks.js";
import { quoted } from "../settings/setting.js";
import { shareOf } from "../settings/share-of.js";
import { type DuckdbOptions, DuckdbSession } from "./duckdb-session.js";
import { type ImportOptions, importRatings } from "./import-ratings.js";
import { ratingRelation, textIdColumns } from "./rating-relation.js";
import { sqlNumber, sqlText } from "./sql-text.js";
import { StoredEntries } from "./stored-entries.js";
import { writeRatings } from "./write-ratings.js";

/** Options of {@link duckdbRatings}. */
export interface DuckdbRatingsOptions extends DuckdbOptions, ImportOptions {
  /** A file of DuckDB, whose tables the source may name. It is only read. @default none */
  readonly database?: string | undefined;
}

/** Train and test part of ratings in DuckDB. */
export interface DuckdbSplit {
  readonly train: DuckdbRatings;
  readonly test: DuckdbRatings;
}

/** Counts and means of the ratings of all users or of all items, by index. */
export interface SideStatistics {
  readonly ids: readonly Id[];
  readonly counts: Float64Array;
  /** (sum of the ratings + damping × mean of all) / (number of ratings + damping). */
  readonly means: Float64Array;
}

/** What is known of all ratings of a store. */
interface Summary {
  readonly count: number;
  readonly userCount: number;
  readonly itemCount: number;
  readonly mean: number;
  readonly scale: RatingScale;
  readonly unknownTimes: number;
}

/**
 * Ratings in a table of DuckDB, which need not fit into memory. Rows keep their source's order,
 * so that counts, splits and models give what `Ratings` of these rows give. Methods that choose
 * rows make another table; each store holds its own until `close`.
 */
export class DuckdbRatings {
  readonly count: number;
  readonly userCount: number;
  readonly itemCount: number;
  /** The mean of all ratings, NaN without any. */
  readonly mean: number;
  /** The lowest and highest rating. */
  readonly scale: RatingScale;
  readonly #unknownTimes: number;
  readonly #session: DuckdbSession;
  readonly #table: string;
  #entries: Promise<StoredEntries> | undefined;
  #isClosed = false;

  private constructor(session: DuckdbSession, table: string, summary: Summary) {
    this.#session = session;
    this.#table = table;
    this.count = summary.count;
    this.userCount = summary.userCount;
    this.itemCount = summary.itemCount;
    this.mean = summary.mean;
    this.scale = Object.freeze(summary.scale);
    this.#unknownTimes = summary.unknownTimes;
    session.retain();
  }

  /** A store of a table that {@link importRatings} made. */
  static async ofTable(session: DuckdbSession, table: string): Promise<DuckdbRatings> {
    const [count, userCount, itemCount, mean, min, max, unknownTimes] = await session.numbers(
      `SELECT count(*), count(DISTINCT "userId"), count(DISTINCT "itemId"), sum(rating) / count(*), ` +
        `min(rating), max(rating), count(*) FILTER (isnan(timestamp)) FROM ${table}`,
    );
    const scale = { min, max };
    return new DuckdbRatings(session, table, { count, userCount, itemCount, mean, scale, unknownTimes });
  }

  /** The folder of the database; what does not fit into memory is in its folder `spill`. */
  get folder(): string {
    return this.#session.folder;
  }

  /**
   * The rows for which a condition in SQL holds, over the columns `userId`, `itemId`, `rating` and
   * `timestamp` (seconds, NaN where unknown): `rating >= 4 AND "userId" <> 7`. O(rows).
   *
   * @throws RangeError for what DuckDB cannot evaluate
   */
  async filter(condition: string): Promise<DuckdbRatings> {
    this.#checkOpen();
    try {
      return await this.#where(condition);
    } catch (error) {
      const [line] = (error as Error).message.split("\n");
      throw new RangeError(
        `filter: ${quoted(condition)} is no condition on userId, itemId, rating and timestamp: ${line}`,
      );
    }
  }

  /** As `Ratings.withAtLeast`: without items and users that have too few rows. O(rows). */
  async withAtLeast({
    perItem = 0,
    perUser = 0,
  }: {
    perItem?: number;
    perUser?: number;
  }): Promise<DuckdbRatings> {
    wholeAtLeast(0, { perItem });
    wholeAtLeast(0, { perUser });
    const enough = (column: string, least: number) =>
      `"${column}" IN (SELECT "${column}" FROM ${this.#table} GROUP BY "${column}" HAVING count(*) >= ${least})`;
    return this.#where(`${enough("itemId", perItem)} AND ${enough("userId", perUser)}`);
  }

  /**
   * A random sample of a share of the rows, each set of its size equally likely: the test part of
   * {@link randomSplit}.
   */
  async sample({ share, ...drawn }: { share: number; seed?: number }): Promise<DuckdbRatings> {
    shareBetween0And1({ share });
    const marks = await this.#drawRows({ testShare: share, ...drawn });
    const sample = await this.#marked(marks, 1);
    await this.#session.run(`DROP TABLE ${marks}`);
    return sample;
  }

  /** The same parts as `randomSplit` of the core. O(rows) time, and 5 bytes a row in memory. */
  async randomSplit(options: RandomSplitOptions = {}): Promise<DuckdbSplit> {
    const marks = await this.#drawRows(options);
    const split = { train: await this.#marked(marks, 0), test: await this.#marked(marks, 1) };
    await this.#session.run(`DROP TABLE ${marks}`);
    return split;
  }

  /**
   * The same parts as `timeSplit` of the core: earlier ratings are train, later ones test.
   *
   * @throws RangeError for a missing timestamp, an invalid date, or a share not between 0 and 1
   */
  async timeSplit({ from, testShare = 0.2 }: TimeSplitOptions = {}): Promise<DuckdbSplit> {
    this.#checkOpen();
    if (this.#unknownTimes > 0) {
      throw new RangeError(
        `${this.#unknownTimes} of ${this.count} ratings have no timestamp; split them with randomSplit`,
      );
    }
    const start = from === undefined ? await this.#startOfShare(testShare) : secondsOf(from);
    const isTest = `timestamp >= ${sqlNumber(start)}`;
    return { train: await this.#where(`NOT (${isTest})`), test: await this.#where(isTest) };
  }

  /** Counts and damped means of items, as `MeanRating` computes them. O(rows). */
  async itemStatistics(options: { damping?: number } = {}): Promise<SideStatistics> {
    return this.#statistics("itemId", options);
  }

  /** Counts and damped means of users. O(rows). */
  async userStatistics(options: { damping?: number } = {}): Promise<SideStatistics> {
    return this.#statistics("userId", options);
  }

  /**
   * The items with the most ratings: what `Popularity` ranks, and in its order. O(rows).
   */
  async popularity({ count = 10 }: { count?: number } = {}): Promise<{ itemId: Id; score: number }[]> {
    wholeAtLeast(0, { count });
    const { ids, counts } = await this.itemStatistics();
    const order = Array.from(ids.keys()).sort((a, b) => counts[b] - counts[a]);
    return order.slice(0, count).map((item) => ({ itemId: ids[item], score: counts[item] }));
  }

  /** All rows in memory, in 24 bytes each. */
  async toRatings(): Promise<Ratings> {
    this.#checkOpen();
    if (this.count >= 2 ** 31) {
      throw new RangeError(`${this.count} ratings are too many for memory; filter or sample them first`);
    }
    const [users, items] = [new Map<Id, number>(), new Map<Id, number>()];
    const [userIndices, itemIndices] = [new Int32Array(this.count), new Int32Array(this.count)];
    const [values, timestamps] = [new Float64Array(this.count), new Float64Array(this.count)];
    let row = 0;
    const columns = ["userId", "itemId"] as const;
    for await (const chunk of this.#session.idsAnd(this.#table, columns, ["rating", "timestamp"])) {
      for (let k = 0; k < chunk.count; k++, row++) {
        userIndices[row] = indexOf(users, chunk.ids[0][k]);
        itemIndices[row] = indexOf(items, chunk.ids[1][k]);
        values[row] = chunk.numbers[0][k];
        timestamps[row] = chunk.numbers[1][k];
      }
    }
    return Ratings.fromIndexed({
      users: IdIndex.from(users.keys()),
      items: IdIndex.from(items.keys()),
      userIndices,
      itemIndices,
      values,
      timestamps: this.#unknownTimes === this.count ? undefined : timestamps,
    });
  }

  /** Writes a Parquet file with the columns userId, itemId, rating and timestamp. O(rows). */
  async writeParquet(path: string): Promise<void> {
    this.#checkOpen();
    await this.#session.run(`COPY ${this.#table} TO ${sqlText(path)} (FORMAT parquet)`);
  }

  /** The ratings by index, sorted by user: what models read. Made once, again after an error. */
  entries(): Promise<StoredEntries> {
    this.#checkOpen();
    this.#entries ??= StoredEntries.of(this.#session, this.#table).catch((error) => {
      this.#entries = undefined;
      throw error;
    });
    return this.#entries;
  }

  /** Drops the tables of this store; with the last of a source, its database is deleted. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await (await this.#entries)?.drop();
    await this.#session.run(`DROP TABLE ${this.#table}`);
    this.#session.release();
  }

  #checkOpen(): void {
    if (this.#isClosed) throw new RangeError("these ratings are closed; open their source again");
  }

  async #where(condition: string): Promise<DuckdbRatings> {
    this.#checkOpen();
    const table = this.#session.nextTable();
    await this.#session.run(
      `CREATE TABLE ${table} AS SELECT "userId", "itemId", rating, timestamp FROM ${this.#table} WHERE ${condition}`,
    );
    return DuckdbRatings.ofTable(this.#session, table);
  }

  /** A table that marks the rows of the test part of a random split with 1. */
  async #drawRows({ testShare = 0.2, seed, generator }: RandomSplitOptions): Promise<string> {
    this.#checkOpen();
    const testCount = shareOf(this.count, shareBetween0And1({ testShare }));
    const permutation = random({ seed, generator }).permutation(this.count);
    const isTest = new Uint8Array(this.count);
    for (const row of permutation.subarray(this.count - testCount)) isTest[row] = 1;
    const marks = this.#session.nextTable();
    await this.#session.write(marks, { mark: { type: "INTEGER", at: (row) => isTest[row] } }, this.count);
    return marks;
  }

  async #marked(marks: string, mark: number): Promise<DuckdbRatings> {
    const table = this.#session.nextTable();
    await this.#session.run(
      `CREATE TABLE ${table} AS SELECT "userId", "itemId", rating, timestamp ` +
        `FROM ${this.#table} POSITIONAL JOIN ${marks} WHERE mark = ${mark}`,
    );
    return DuckdbRatings.ofTable(this.#session, table);
  }

  async #startOfShare(testShare: number): Promise<number> {
    const after = shareOf(this.count, shareBetween0And1({ testShare })) - 1;
    const [start = Number.NaN] = await this.#session.numbers(
      `SELECT timestamp FROM ${this.#table} ORDER BY timestamp DESC LIMIT 1 OFFSET ${after}`,
    );
    return start;
  }

  async #statistics(
    column: "userId" | "itemId",
    { damping = 0 }: { damping?: number },
  ): Promise<SideStatistics> {
    this.#checkOpen();
    atLeast(0, { damping });
    const ids: Id[] = [];
    const counts: number[] = [];
    const means: number[] = [];
    const grouped =
      `(SELECT "${column}", count(*) AS n, sum(rating) AS total, min(rowid) AS first ` +
      `FROM ${this.#table} GROUP BY "${column}")`;
    for await (const chunk of this.#session.idsAnd(grouped, [column], ["n", "total"], "first")) {
      for (let k = 0; k < chunk.count; k++) {
        ids.push(chunk.ids[0][k]);
        counts.push(chunk.numbers[0][k]);
        means.push((chunk.numbers[1][k] + damping * this.mean) / (chunk.numbers[0][k] + damping));
      }
    }
    return { ids, counts: Float64Array.from(counts), means: Float64Array.from(means) };
  }
}

/**
 * Opens ratings in DuckDB: a file of Parquet, CSV or JSON (or a pattern, `part-*.parquet`), a
 * query, a table of `database`, or `Ratings` in memory. They are copied into a database in a
 * temporary folder, in O(rows) time; memory is bounded by `memoryLimit`. Close what you open.
 *
 * @throws Error without the package `@duckdb/node-api`; DataError for a source that cannot be read,
 *   a missing column, a value that is no id, no finite rating or no time, and a pair of user and
 *   item that comes twice
 */
export async function duckdbRatings(
  source: string | Ratings,
  options: DuckdbRatingsOptions = {},
): Promise<DuckdbRatings> {
  const session = await DuckdbSession.open(options);
  try {
    if (options.database !== undefined) await session.attach(options.database);
    const { columns = {}, ids } = options;
    const table =
      typeof source === "string"
        ? await importRatings(session, ratingRelation(source, textIdColumns(ids, columns)), options)
        : await writeRatings(session, source, ids);
    return await DuckdbRatings.ofTable(session, table);
  } catch (error) {
    session.close();
    throw error;
  }
}

function indexOf(indices: Map<Id, number>, id: Id): number {
  const known = indices.get(id);
  if (known !== undefined) return known;
  indices.set(id, indices.size);
  return indices.size - 1;
}

function secondsOf(moment: Date | number): number {
  const value = typeof moment === "number" ? moment : moment.getTime() / 1000;
  if (isTimestamp(value)) return value;
  throw new RangeError(
    `from: ${moment} is not a time; give a date, or seconds since 1970: milliseconds / 1000`,
  );
}
