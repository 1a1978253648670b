import { existsSync, statSync } from "node:fs";
import { DataError } from "../datasets/records/data-error.js";
import { cannotOpen, notARegularFile } from "../node/cannot-open.js";
import type { IdType } from "../ratings/id-type.js";
import { shortenedText } from "../text/shortened-text.js";
import { sqlName, sqlPath, sqlText } from "./sql-text.js";

/** The names of the columns of a source. */
export interface RatingColumnsIn {
  /** @default "userId" */
  readonly userId?: string | undefined;
  /** @default "itemId" */
  readonly itemId?: string | undefined;
  /** @default "rating" */
  readonly rating?: string | undefined;
  /**
   * Seconds since 1970, or a date and time.
   * @default "timestamp" if there is such a column
   */
  readonly timestamp?: string | undefined;
}

/** Rows that DuckDB can read, and their name in errors. */
export interface Relation {
  readonly name: string;
  /** What stands after FROM. */
  readonly sql: string;
}

const FILE = /\.(parquet|csv|tsv|txt|json|ndjson|jsonl)(\.gz|\.zst)?$/i;

/**
 * What a text means: a file (or a pattern such as `part-*.parquet`) of Parquet, CSV or JSON, a
 * query that begins with SELECT, WITH or FROM, or a table of `database`.
 *
 * @param textColumns columns that a CSV file's reader takes as texts
 * @throws DataError for a file that is missing or no regular file
 */
export function ratingRelation(source: string, textColumns: readonly string[] = []): Relation {
  if (existsSync(source)) {
    const stat = statSync(source);
    if (!stat.isFile()) throw notARegularFile(source, stat);
    return fileRelation(source, sqlPath(source), textColumns);
  }
  if (/^\s*(select|with|from)\s.*\s/is.test(`${source} `) && !isFileName(source)) {
    return { name: shortenedText(source.trim(), 60), sql: `(${source.replace(/[;\s]+$/, "")})` };
  }
  if (!isFileName(source)) return { name: source, sql: sqlName(source) };
  if (/[*?[]/.test(source)) return fileRelation(source, sqlText(source), textColumns);
  throw cannotOpen(source, { code: "ENOENT" });
}

/** The columns of the ids if these are to be texts, which the reader of CSV must know. */
export function textIdColumns(ids: IdType | undefined, columns: RatingColumnsIn): string[] {
  return ids === "text" ? [columns.userId ?? "userId", columns.itemId ?? "itemId"] : [];
}

function isFileName(source: string): boolean {
  return FILE.test(source);
}

function fileRelation(name: string, path: string, textColumns: readonly string[]): Relation {
  const [, ending = ""] = FILE.exec(name)?.map((part) => part?.toLowerCase()) ?? [];
  if (ending === "parquet") return { name, sql: `read_parquet(${path})` };
  if (["json", "ndjson", "jsonl"].includes(ending)) return { name, sql: `read_json(${path})` };
  if (ending !== "") {
    const types = textColumns.map((column) => `${sqlText(column)}: 'VARCHAR'`);
    return { name, sql: `read_csv(${path}${types.length > 0 ? `, types = {${types.join(", ")}}` : ""})` };
  }
  const reason = "its name does not say what it holds";
  throw new DataError({ source: name }, { reason, cure: "rename it to end in .parquet, .csv or .json" });
}
