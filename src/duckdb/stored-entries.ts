import { type Id, IdIndex } from "../ratings/id-index.js";
import type { DuckdbSession, ResultChunk } from "./duckdb-session.js";

/** Ratings by index. */
export interface EntryChunk {
  readonly count: number;
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly values: Float64Array;
}

/**
 * Ratings by the indices of their users and items, in a table that is sorted by user and item.
 * Indices are those of `Ratings`: by first appearance.
 */
export class StoredEntries {
  readonly users: IdIndex;
  readonly items: IdIndex;
  readonly #session: DuckdbSession;
  readonly #table: string;
  /** Which rows count, in SQL. */
  readonly #where: string;

  private constructor(
    session: DuckdbSession,
    table: string,
    ids: { readonly users: IdIndex; readonly items: IdIndex },
    where: string,
  ) {
    this.#session = session;
    this.#table = table;
    this.users = ids.users;
    this.items = ids.items;
    this.#where = where;
  }

  /** Sorts the ratings of a table into another. O(ratings × log ratings), spilled where need be. */
  static async of(session: DuckdbSession, ratings: string): Promise<StoredEntries> {
    const [entries, users, items] = [session.nextTable(), session.nextTable(), session.nextTable()];
    await session.run(numbered(users, ratings, "userId"));
    await session.run(numbered(items, ratings, "itemId"));
    await session.run(
      `CREATE TABLE ${entries} AS SELECT u.index AS "user", i.index AS item, r.rating AS value, r.rowid AS row
       FROM ${ratings} r JOIN ${users} u ON r."userId" = u.id JOIN ${items} i ON r."itemId" = i.id
       ORDER BY "user", item`,
    );
    const ids = { users: await idsOf(session, users), items: await idsOf(session, items) };
    for (const table of [users, items]) await session.run(`DROP TABLE ${table}`);
    return new StoredEntries(session, entries, ids, "true");
  }

  /** Those of at least a value, with the indices of all. */
  from(least: number | undefined): StoredEntries {
    if (least === undefined) return this;
    return new StoredEntries(this.#session, this.#table, this, `value >= CAST('${least}' AS DOUBLE)`);
  }

  /** All of them, or those of items from an index on; by user, then by item. */
  async *chunks(firstItem = 0): AsyncGenerator<EntryChunk, void> {
    const where = firstItem > 0 ? `${this.#where} AND item >= ${firstItem}` : this.#where;
    const columns = `SELECT "user", item, value FROM ${this.#table} WHERE ${where}`;
    for await (const chunk of this.#session.stream(columns)) yield entryChunk(chunk);
  }

  /** The items and values of one user, in the order of the source. */
  async ofUser(user: number): Promise<{ items: Int32Array; values: Float64Array }> {
    const items: number[] = [];
    const values: number[] = [];
    const columns = `SELECT item, value FROM ${this.#table} WHERE "user" = ${user} AND ${this.#where} ORDER BY row`;
    for await (const chunk of this.#session.stream(columns)) {
      items.push(...chunk.integers(0));
      values.push(...chunk.numbers(1));
    }
    return { items: Int32Array.from(items), values: Float64Array.from(values) };
  }

  /** {@link ofUser} for each user with a rating, in their order. */
  async *byUser(): AsyncGenerator<{ user: number; items: Int32Array; values: Float64Array }, void> {
    const columns = `SELECT "user", item, value, row::DOUBLE FROM ${this.#table} WHERE ${this.#where}`;
    let last = -1;
    let rows: { item: number; value: number; row: number }[] = [];
    const sorted = () => {
      const inOrder = rows.sort((a, b) => a.row - b.row);
      rows = [];
      const items = Int32Array.from(inOrder, ({ item }) => item);
      return { user: last, items, values: Float64Array.from(inOrder, ({ value }) => value) };
    };
    for await (const chunk of this.#session.stream(columns)) {
      const [users, items] = [chunk.integers(0), chunk.integers(1)];
      const [values, order] = [chunk.numbers(2), chunk.numbers(3)];
      for (let k = 0; k < chunk.count; k++) {
        if (users[k] !== last && rows.length > 0) yield sorted();
        last = users[k];
        rows.push({ item: items[k], value: values[k], row: order[k] });
      }
    }
    if (rows.length > 0) yield sorted();
  }

  /** For some items, how many users they share with an item, and Σ (x − y)² over these. */
  async common(item: number, others: Int32Array): Promise<Map<number, { common: number; squares: number }>> {
    const found = new Map<number, { common: number; squares: number }>();
    if (others.length === 0) return found;
    const pairs =
      `SELECT y.item, count(*)::DOUBLE, sum((x.value - y.value) * (x.value - y.value))::DOUBLE ` +
      `FROM (SELECT * FROM ${this.#table} WHERE item = ${item} AND ${this.#where}) x ` +
      `JOIN (SELECT * FROM ${this.#table} WHERE item IN (${others.join(", ")}) AND ${this.#where}) y ` +
      `ON x."user" = y."user" GROUP BY y.item`;
    for await (const chunk of this.#session.stream(pairs)) {
      const [items, counts, squares] = [chunk.integers(0), chunk.numbers(1), chunk.numbers(2)];
      for (let k = 0; k < chunk.count; k++) found.set(items[k], { common: counts[k], squares: squares[k] });
    }
    return found;
  }

  async drop(): Promise<void> {
    await this.#session.run(`DROP TABLE IF EXISTS ${this.#table}`);
  }
}

function entryChunk(chunk: ResultChunk): EntryChunk {
  return {
    count: chunk.count,
    users: chunk.integers(0),
    items: chunk.integers(1),
    values: chunk.numbers(2),
  };
}

/** A table of the ids of one side, numbered by first appearance. */
function numbered(table: string, ratings: string, column: "userId" | "itemId"): string {
  return (
    `CREATE TABLE ${table} AS SELECT (row_number() OVER (ORDER BY first) - 1)::INTEGER AS index, id ` +
    `FROM (SELECT "${column}" AS id, min(rowid) AS first FROM ${ratings} GROUP BY "${column}")`
  );
}

async function idsOf(session: DuckdbSession, table: string): Promise<IdIndex> {
  const ids: Id[] = [];
  for await (const chunk of session.idsAnd(table, ["id"], [], "index")) ids.push(...Array.from(chunk.ids[0]));
  return IdIndex.from(ids);
}
