import type { Id } from "../ratings/id-index.js";
import type { IdType } from "../ratings/id-type.js";
import type { Ratings } from "../ratings/ratings.js";
import type { DuckdbSession, WrittenColumn } from "./duckdb-session.js";

/**
 * Writes ratings from their typed arrays into a table with the columns of `importRatings`. O(rows).
 *
 * @throws RangeError for ids of both types, because a column has one
 */
export async function writeRatings(
  session: DuckdbSession,
  ratings: Ratings,
  type: IdType | undefined,
): Promise<string> {
  const table = session.nextTable();
  const { userIndices, itemIndices, values, timestamps } = ratings;
  const columns = {
    userId: idColumn("userId", ratings.users.ids, userIndices, type),
    itemId: idColumn("itemId", ratings.items.ids, itemIndices, type),
    rating: { type: "DOUBLE", at: (row: number) => values[row] },
    timestamp: { type: "DOUBLE", at: (row: number) => timestamps?.[row] ?? Number.NaN },
  } as const;
  await session.write(table, columns, ratings.count);
  return table;
}

function idColumn(
  name: string,
  ids: readonly Id[],
  indices: Int32Array,
  type: IdType | undefined,
): WrittenColumn {
  const text = ids.find((id) => typeof id === "string");
  const number = ids.find((id) => typeof id === "number");
  if (type === "text" || (text !== undefined && number === undefined)) {
    return { type: "VARCHAR", at: (row) => String(ids[indices[row]]) };
  }
  if (text === undefined) {
    const areSmall = ids.every((id) => ((id as number) | 0) === id);
    return { type: areSmall ? "INTEGER" : "DOUBLE", at: (row) => ids[indices[row]] };
  }
  throw new RangeError(
    `${name}: ${JSON.stringify(text)} is a text and ${number} a number; pass ids: "text", which makes all texts`,
  );
}
