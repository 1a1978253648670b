import { createRequire } from "node:module";
import { join } from "node:path";

/** A column of a chunk. Numbers are in `items`, which `getItem` and `setItem` read and write. */
export interface DuckdbVector {
  readonly items?: Float64Array | Int32Array;
  getItem(index: number): unknown;
  setItem(index: number, value: unknown): void;
  /** Copies what `items` and `setItem` hold into DuckDB. */
  flush(): void;
}

/** At most 2,048 rows. */
export interface DuckdbChunk {
  readonly rowCount: number;
  readonly columnCount: number;
  getColumnVector(column: number): DuckdbVector;
}

export interface DuckdbAppender {
  appendDataChunk(chunk: DuckdbChunk): void;
  /** Writes what is left, and ends. */
  closeSync(): void;
}

export interface DuckdbConnection {
  run(sql: string): Promise<unknown>;
  stream(sql: string): Promise<{ fetchChunk(): Promise<DuckdbChunk | null> }>;
  createAppender(table: string): Promise<DuckdbAppender>;
  disconnectSync(): void;
}

export interface DuckdbInstance {
  connect(): Promise<DuckdbConnection>;
  closeSync(): void;
}

/** What the library uses of `@duckdb/node-api`. Its own types would need the package. */
export interface DuckdbPackage {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<DuckdbInstance>;
  };
  readonly DuckDBDataChunk: { create(types: readonly unknown[], rowCount: number): DuckdbChunk };
  readonly INTEGER: unknown;
  readonly DOUBLE: unknown;
  readonly VARCHAR: unknown;
}

/** The version that the tests ran with. */
export const DUCKDB_VERSION = "1.5.5-r.5";

/**
 * The package `@duckdb/node-api`, found from the library or from the working directory.
 *
 * @param folders where to look, each with a slash at its end
 * @throws Error that says how to install it
 */
export function duckdbPackage(
  folders: readonly string[] = [ownPath(), join(process.cwd(), "/")],
): DuckdbPackage {
  const missing: unknown[] = [];
  for (const folder of folders) {
    try {
      return createRequire(folder)("@duckdb/node-api") as DuckdbPackage;
    } catch (error) {
      missing.push(error);
    }
  }
  const isBroken = missing.find((error) => (error as { code?: string }).code !== "MODULE_NOT_FOUND");
  const why = isBroken === undefined ? "" : ` (${(isBroken as Error).message.split("\n")[0]})`;
  throw new Error(
    `reelbook/duckdb needs the package @duckdb/node-api${why}; install it with npm install ` +
      `@duckdb/node-api@${DUCKDB_VERSION}, or inside the course with npm run duckdb`,
  );
}

function ownPath(): string {
  return typeof __filename === "undefined" ? import.meta.url : __filename;
}
