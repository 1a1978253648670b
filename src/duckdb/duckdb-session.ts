import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataError } from "../datasets/records/data-error.js";
import { cannotOpen } from "../node/cannot-open.js";
import type { Id } from "../ratings/id-index.js";
import { wholeAtLeast } from "../settings/checks.js";
import { quoted } from "../settings/setting.js";
import {
  type DuckdbChunk,
  type DuckdbConnection,
  type DuckdbInstance,
  type DuckdbPackage,
  type DuckdbVector,
  duckdbPackage,
} from "./duckdb-package.js";
import { sqlName, sqlText } from "./sql-text.js";

/** What DuckDB may use of the machine. */
export interface DuckdbOptions {
  /**
   * The most memory that DuckDB's buffers take, such as "2GiB"; what does not fit is spilled. The
   * process itself, with results and models, comes on top.
   * @default four fifths of the machine's memory
   */
  readonly memoryLimit?: string | undefined;
  /** Where the database and what is spilled are, until `close`. @default the system's */
  readonly temporaryFolder?: string | undefined;
  /** @default a thread for each core */
  readonly threads?: number | undefined;
}

/** Rows of a result: typed arrays that are valid until the next chunk. */
export interface ResultChunk {
  readonly count: number;
  readonly columnCount: number;
  /** A column of type INTEGER. */
  integers(column: number): Int32Array;
  /** A column of type DOUBLE. */
  numbers(column: number): Float64Array;
  /** A column of type VARCHAR. */
  texts(column: number): string[];
}

export type ColumnType = "INTEGER" | "DOUBLE" | "VARCHAR";

/** A column to write: its values by row. */
export interface WrittenColumn {
  readonly type: ColumnType;
  at(row: number): number | string;
}

/** The rows of a chunk, DuckDB's vector size. */
const CHUNK_ROWS = 2048;

/** Of each connection: tables are made in the first database, and looked for in both. */
const SEARCH_PATH = "SET search_path = 'ratings.main,source.main'";

/**
 * A database in a temporary folder, which `close` deletes. A stream has a connection of its own, so
 * that other statements may run while it is read.
 */
export class DuckdbSession {
  /** Holds the database, and in `spill` what did not fit into memory. */
  readonly folder: string;
  readonly #duckdb: DuckdbPackage;
  readonly #instance: DuckdbInstance;
  readonly #connection: DuckdbConnection;
  readonly #remove: () => void;
  #tables = 0;
  #users = 0;
  #isAttached = false;

  private constructor(
    folder: string,
    duckdb: DuckdbPackage,
    instance: DuckdbInstance,
    connection: DuckdbConnection,
  ) {
    this.folder = folder;
    this.#duckdb = duckdb;
    this.#instance = instance;
    this.#connection = connection;
    this.#remove = () => rmSync(folder, { recursive: true, force: true });
    process.once("exit", this.#remove);
  }

  /**
   * @throws Error without the package, RangeError for an option that DuckDB cannot take
   */
  static async open(options: DuckdbOptions = {}): Promise<DuckdbSession> {
    const settings = settingsOf(options);
    const duckdb = duckdbPackage();
    const parent = options.temporaryFolder ?? tmpdir();
    mkdirSync(parent, { recursive: true });
    const folder = mkdtempSync(join(parent, "reelbook-duckdb-"));
    try {
      const spill = { temp_directory: join(folder, "spill") };
      const instance = await duckdb.DuckDBInstance.create(join(folder, "ratings.duckdb"), {
        ...settings,
        ...spill,
      });
      return new DuckdbSession(folder, duckdb, instance, await instance.connect());
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Makes the tables of another database file readable by their names. */
  async attach(file: string): Promise<void> {
    if (!existsSync(file)) throw cannotOpen(file, { code: "ENOENT" });
    try {
      await this.run(`ATTACH ${sqlText(file)} AS source (READ_ONLY)`);
    } catch (error) {
      const [line] = (error as Error).message.split("\n");
      const reason = `DuckDB cannot open this database: ${line}`;
      throw new DataError(
        { source: file },
        { reason, cure: "give a database file that no program has open" },
      );
    }
    await this.run(SEARCH_PATH);
    this.#isAttached = true;
  }

  /** A name for another table. */
  nextTable(): string {
    return `reelbook_${this.#tables++}`;
  }

  /** One more store that uses the session, which is closed with the last of them. */
  retain(): void {
    this.#users++;
  }

  release(): void {
    if (--this.#users === 0) this.close();
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /** The rows of a result, 2,048 at a time, without all of it in memory. */
  async *stream(sql: string): AsyncGenerator<ResultChunk, void> {
    const connection = await this.#instance.connect();
    try {
      if (this.#isAttached) await connection.run(SEARCH_PATH);
      const result = await connection.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) return;
        yield resultChunk(chunk);
      }
    } finally {
      connection.disconnectSync();
    }
  }

  /** The only row of a result of numbers; NaN for NULL. */
  async numbers(sql: string): Promise<readonly number[]> {
    for await (const chunk of this.stream(`SELECT coalesce(COLUMNS(*)::DOUBLE, 'nan') FROM (${sql})`)) {
      return Array.from({ length: chunk.columnCount }, (_, column) => chunk.numbers(column)[0]);
    }
    return [];
  }

  /**
   * Columns of ids and of numbers of a table, in the order of its rows. Ids are numbers, or texts
   * where the column is VARCHAR.
   */
  async *idsAnd(
    table: string,
    ids: readonly string[],
    numbers: readonly string[],
    orderBy?: string,
  ): AsyncGenerator<{ count: number; ids: ArrayLike<Id>[]; numbers: Float64Array[] }, void> {
    const isText = (
      await this.numbers(
        `SELECT ${ids.map((name) => isTextSql(name)).join(", ")} FROM (SELECT 1) LEFT JOIN (SELECT * FROM ${table} LIMIT 1) ON true`,
      )
    ).map(Boolean);
    const columns = [
      ...ids.map((name, k) => (isText[k] ? sqlName(name) : `${sqlName(name)}::DOUBLE`)),
      ...numbers.map((name) => `${sqlName(name)}::DOUBLE`),
    ];
    const order = orderBy === undefined ? "" : ` ORDER BY ${sqlName(orderBy)}`;
    for await (const chunk of this.stream(`SELECT ${columns.join(", ")} FROM ${table}${order}`)) {
      yield {
        count: chunk.count,
        ids: ids.map((_, k) => (isText[k] ? chunk.texts(k) : chunk.numbers(k))),
        numbers: numbers.map((_, k) => chunk.numbers(ids.length + k)),
      };
    }
  }

  /** Makes a table of `count` rows from typed arrays, by data chunks. O(rows). */
  async write(table: string, columns: Readonly<Record<string, WrittenColumn>>, count: number): Promise<void> {
    const all = Object.entries(columns);
    const declared = all.map(([name, { type }]) => `${sqlName(name)} ${type}`);
    await this.run(`CREATE TABLE ${sqlName(table)} (${declared.join(", ")})`);
    const types = all.map(([, { type }]) => this.#duckdb[type]);
    const appender = await this.#connection.createAppender(table);
    for (let first = 0; first < count; first += CHUNK_ROWS) {
      const rows = Math.min(CHUNK_ROWS, count - first);
      const chunk = this.#duckdb.DuckDBDataChunk.create(types, rows);
      for (const [column, [, { at }]] of all.entries()) {
        const vector = chunk.getColumnVector(column);
        writeItems(vector, rows, (row) => at(first + row));
      }
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  /** Ends DuckDB and deletes its files. */
  close(): void {
    process.off("exit", this.#remove);
    this.#connection.disconnectSync();
    this.#instance.closeSync();
    this.#remove();
  }
}

function isTextSql(column: string): string {
  return `(typeof(${sqlName(column)}) = 'VARCHAR')::INTEGER`;
}

function resultChunk(chunk: DuckdbChunk): ResultChunk {
  const { rowCount: count, columnCount } = chunk;
  const items = (column: number) => {
    const vector = chunk.getColumnVector(column);
    return vector.items ?? Float64Array.from({ length: count }, (_, row) => Number(vector.getItem(row)));
  };
  return {
    count,
    columnCount,
    integers: (column) => items(column) as Int32Array,
    numbers: (column) => items(column) as Float64Array,
    texts(column) {
      const vector = chunk.getColumnVector(column);
      return Array.from({ length: count }, (_, row) => vector.getItem(row) as string);
    },
  };
}

/** Numbers go into the vector's array at once; `setItem` would also mark each as valid. */
function writeItems(vector: DuckdbVector, count: number, at: (row: number) => number | string): void {
  const { items } = vector;
  for (let row = 0; row < count; row++) {
    if (items) items[row] = at(row) as number;
    else vector.setItem(row, at(row));
  }
  vector.flush();
}

function settingsOf({ memoryLimit, threads }: DuckdbOptions): Record<string, string> {
  if (threads !== undefined) wholeAtLeast(1, { threads });
  if (memoryLimit !== undefined && !/^\d+(\.\d+)? ?[KMGT]i?B$/i.test(memoryLimit)) {
    throw new RangeError(
      `memoryLimit: ${quoted(memoryLimit)} is not a size; write a number and a unit, such as "2GiB"`,
    );
  }
  return {
    ...(memoryLimit !== undefined && { memory_limit: memoryLimit }),
    ...(threads !== undefined && { threads: String(threads) }),
  };
}
