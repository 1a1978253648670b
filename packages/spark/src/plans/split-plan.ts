import { type Relation, relationOf, sql } from "./relations.js";

/** The rows of a relation for which a condition in SQL holds. */
export function rowsWhere(input: Relation, condition: string): Relation {
  return relationOf("filter", {
    input,
    condition: { exprType: { case: "expressionString", value: { expression: condition } } },
  });
}

/**
 * Whether a rating is in the test part of a random split. It depends on its user, its item and the
 * seed alone, so that the parts are the same however the server divides the rows.
 */
export function randomTestRow(testShare: number, seed: number): string {
  return `pmod(xxhash64(${seed}L, userId, itemId), 1000000) < ${Math.round(testShare * 1e6)}`;
}

/** The timestamp of the `position`-th last rating, from 1. */
export function lateTimestamp(ratings: Relation, position: number): Relation {
  return sql(`SELECT timestamp FROM {ratings} ORDER BY timestamp DESC LIMIT 1 OFFSET ${position - 1}`, {
    ratings,
  });
}

/** The number of ratings, and of those without a timestamp. */
export function timestampCounts(ratings: Relation): Relation {
  return sql("SELECT count(*) AS rows, count_if(timestamp IS NULL) AS unknown FROM {ratings}", { ratings });
}
