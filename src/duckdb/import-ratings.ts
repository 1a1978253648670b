import { DataError } from "../datasets/records/data-error.js";
import type { IdType } from "../ratings/id-type.js";
import { isTimestamp } from "../ratings/timestamp.js";
import type { DuckdbSession } from "./duckdb-session.js";
import type { RatingColumnsIn, Relation } from "./rating-relation.js";
import { sqlName } from "./sql-text.js";

/** Rows between two checks of repeated pairs, which group them in memory. */
const ROWS_PER_CHECK = 8_000_000;

/** How ratings are read from their source. */
export interface ImportOptions {
  readonly columns?: RatingColumnsIn | undefined;
  /** Converts all ids to texts, or to numbers. @default numbers, but texts for a column of texts */
  readonly ids?: IdType | undefined;
}

/**
 * Copies the rows of a relation into a table with the columns `userId` and `itemId` (BIGINT, DOUBLE
 * or VARCHAR), `rating` and `timestamp` (DOUBLE; NaN where unknown), in the order of the rows.
 *
 * @throws DataError for a source that cannot be read, a missing column, a value that is no id, no
 *   finite rating or no time, and a pair of user and item that comes twice
 */
export async function importRatings(
  session: DuckdbSession,
  relation: Relation,
  { columns = {}, ids }: ImportOptions = {},
): Promise<string> {
  const found = await columnTypes(session, relation);
  const table = session.nextTable();
  const column = (name: keyof RatingColumnsIn) => knownColumn(relation, found, name, columns[name] ?? name);
  const selected = [
    `${idSql(relation, column("userId"), ids)} AS "userId"`,
    `${idSql(relation, column("itemId"), ids)} AS "itemId"`,
    `${ratingSql(relation, column("rating"))} AS rating`,
  ];
  if (columns.timestamp !== undefined || found.has("timestamp"))
    selected.push(`${timeSql(relation, column("timestamp"))} AS timestamp`);
  else selected.push("'nan'::DOUBLE AS timestamp");
  try {
    await session.run(`CREATE TABLE ${table} AS SELECT ${selected.join(", ")} FROM ${relation.sql}`);
  } catch (error) {
    throw unreadable(relation, error);
  }
  await checkValues(session, relation, table);
  await checkPairs(session, relation, table);
  return table;
}

interface FoundColumn {
  readonly name: string;
  readonly type: string;
}

async function columnTypes(session: DuckdbSession, relation: Relation): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  try {
    const described = `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${relation.sql})`;
    for await (const chunk of session.stream(described)) {
      const [names, kinds] = [chunk.texts(0), chunk.texts(1)];
      for (const [row, name] of names.entries()) types.set(name, kinds[row]);
    }
  } catch (error) {
    throw unreadable(relation, error);
  }
  return types;
}

function knownColumn(
  { name: source }: Relation,
  found: ReadonlyMap<string, string>,
  meaning: string,
  name: string,
): FoundColumn {
  const type = found.get(name);
  if (type !== undefined) return { name, type };
  const reason = `there is no column ${JSON.stringify(name)}, only ${[...found.keys()].join(", ")}`;
  throw new DataError({ source }, { reason, cure: `pass columns: { ${meaning}: its name }` });
}

const WHOLE = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
const NUMBER = /^(FLOAT|DOUBLE|DECIMAL.*)$/;

/** Whole numbers beyond 2⁵³ become NULL, which is refused. */
function idSql({ name: source }: Relation, { name, type }: FoundColumn, ids: IdType | undefined): string {
  const column = sqlName(name);
  if (ids === "text") return `CAST(${column} AS VARCHAR)`;
  if (WHOLE.test(type)) {
    const isExact = `${column} BETWEEN -9007199254740991 AND 9007199254740991`;
    return `CASE WHEN ${isExact} THEN CAST(${column} AS BIGINT) END`;
  }
  if (NUMBER.test(type)) return `CAST(${column} AS DOUBLE)`;
  if (ids === "number") return `TRY_CAST(${column} AS DOUBLE)`;
  if (type === "VARCHAR" || type === "UUID" || type.startsWith("ENUM")) return `CAST(${column} AS VARCHAR)`;
  throw wrongType(source, name, type, "ids are numbers or texts");
}

function ratingSql({ name: source }: Relation, { name, type }: FoundColumn): string {
  if (WHOLE.test(type) || NUMBER.test(type) || type === "VARCHAR")
    return `TRY_CAST(${sqlName(name)} AS DOUBLE)`;
  throw wrongType(source, name, type, "ratings are numbers");
}

function timeSql({ name: source }: Relation, { name, type }: FoundColumn): string {
  const column = sqlName(name);
  const known = (seconds: string) => `coalesce(CAST(${seconds} AS DOUBLE), 'nan')`;
  if (WHOLE.test(type) || NUMBER.test(type)) return known(column);
  if (/^(TIMESTAMP|DATE)/.test(type)) return known(`epoch(${column})`);
  throw wrongType(source, name, type, "a timestamp is seconds since 1970, or a TIMESTAMP");
}

function wrongType(source: string, column: string, type: string, wanted: string): DataError {
  const reason = `its type is ${type}, and ${wanted}`;
  return new DataError({ source, column }, { reason, cure: "convert it in a query, SELECT … FROM …" });
}

async function checkValues(session: DuckdbSession, { name: source }: Relation, table: string): Promise<void> {
  const types = await columnTypes(session, { name: source, sql: table });
  const isId = (column: string) =>
    types.get(column) === "DOUBLE" ? `coalesce(isfinite("${column}"), false)` : `"${column}" IS NOT NULL`;
  const isRating = "coalesce(isfinite(rating), false)";
  // The first and last second of the years that `isTimestamp` takes.
  const isTime = "(isnan(timestamp) OR timestamp BETWEEN -62167219200 AND 253402300799)";
  const right = [isId("userId"), isId("itemId"), isRating, isTime];
  const flags = right.map((condition) => `(${condition})::INTEGER`);
  const wrong = `SELECT rowid, ${flags.join(", ")}, rating, timestamp FROM ${table} WHERE NOT (${right.join(" AND ")})`;
  const [row, hasUser, hasItem, hasRating, , rating, timestamp] = await session.numbers(
    `${wrong} ORDER BY rowid LIMIT 1`,
  );
  if (row === undefined) return;
  const fail = (reason: string, cure: string) =>
    new DataError({ source }, { reason: `row ${row}, from 0: ${reason}`, cure });
  const leaveOut = "correct the row, or leave it out with a query";
  if (!hasUser || !hasItem) {
    const name = hasUser ? "itemId" : "userId";
    throw fail(
      `the ${name} is missing, not a number, or beyond the whole numbers that JavaScript has (2⁵³)`,
      'correct the row, or pass ids: "text"',
    );
  }
  if (!hasRating) {
    const value = Number.isNaN(rating) ? "missing or not a number" : `${rating}, not a finite number`;
    throw fail(`the rating is ${value}`, leaveOut);
  }
  if (!isTimestamp(timestamp))
    throw fail(`timestamp ${timestamp} is not in seconds since 1970`, "divide milliseconds by 1000");
}

/** In parts by user, so that the groups of each fit into memory. */
async function checkPairs(session: DuckdbSession, { name: source }: Relation, table: string): Promise<void> {
  const [count] = await session.numbers(`SELECT count(*) FROM ${table}`);
  const parts = Math.max(1, Math.ceil(count / ROWS_PER_CHECK));
  for (let part = 0; part < parts; part++) {
    const where = parts === 1 ? "" : `WHERE hash("userId") % ${parts} = ${part}`;
    const twice =
      `SELECT min(rowid)::VARCHAR, max(rowid)::VARCHAR, "userId"::VARCHAR, "itemId"::VARCHAR FROM ${table} ${where} ` +
      `GROUP BY "userId", "itemId" HAVING count(*) > 1 ORDER BY max(rowid) LIMIT 1`;
    for await (const chunk of session.stream(twice)) {
      const [first, again, user, item] = [0, 1, 2, 3].map((column) => chunk.texts(column)[0]);
      const reason = `row ${again}, from 0: user ${user} and item ${item} have a rating already, in row ${first}`;
      throw new DataError({ source }, { reason, cure: "keep one of the two" });
    }
  }
}

function unreadable({ name: source }: Relation, error: unknown): DataError {
  const [line = ""] = (error as Error).message.split("\n");
  const reason = `DuckDB cannot read it: ${line}`;
  return new DataError({ source }, { reason, cure: "correct the file, the name or the query" });
}
