import { quotedName, type Relation, select, sql } from "./relations.js";

/** The columns of a file of ratings. */
export interface SourceColumns {
  readonly userId: string;
  readonly itemId: string;
  readonly rating: string;
  readonly timestamp?: string | undefined;
}

/**
 * The ratings of a file as userId INT, itemId INT, rating DOUBLE, and timestamp DOUBLE in seconds
 * where it has one. What cannot be converted is NULL.
 */
export function typedRatings(raw: Relation, columns: SourceColumns): Relation {
  const fields = [
    `try_cast(${quotedName(columns.userId)} AS INT) AS userId`,
    `try_cast(${quotedName(columns.itemId)} AS INT) AS itemId`,
    `try_cast(${quotedName(columns.rating)} AS DOUBLE) AS rating`,
    ...(columns.timestamp === undefined
      ? []
      : [`CAST(${quotedName(columns.timestamp)} AS DOUBLE) AS timestamp`]),
  ];
  return select(raw, fields);
}

/**
 * One row about all ratings: their number, a bad value of each column (NULL where all are good),
 * and the pair of user and item that occurs most often. It moves each rating once.
 */
export function ratingsReport(raw: Relation, columns: SourceColumns): Relation {
  const [user, item, rating] = [columns.userId, columns.itemId, columns.rating].map(quotedName);
  const text = (column: string | undefined) => `coalesce(CAST(${column} AS STRING), "NULL")`;
  const isWhole = (column: string | undefined) =>
    `try_cast(${column} AS INT) IS NOT NULL AND try_cast(${column} AS DOUBLE) = try_cast(${column} AS INT)`;
  const number = `try_cast(${rating} AS DOUBLE)`;
  const isStars = `${number} IS NOT NULL AND NOT isnan(${number}) AND abs(${number}) < double("Infinity")`;
  return sql(
    `SELECT coalesce(sum(times), 0) AS rows, max(badUser) AS badUser, max(badItem) AS badItem,
       max(badRating) AS badRating, max(times) AS mostTimes,
       max_by(userId, times) AS oftenUser, max_by(itemId, times) AS oftenItem
     FROM (
       SELECT userId, itemId, count(*) AS times,
         max(badUser) AS badUser, max(badItem) AS badItem, max(badRating) AS badRating
       FROM (
         SELECT try_cast(${user} AS INT) AS userId, try_cast(${item} AS INT) AS itemId,
           CASE WHEN ${isWhole(user)} THEN NULL ELSE ${text(user)} END AS badUser,
           CASE WHEN ${isWhole(item)} THEN NULL ELSE ${text(item)} END AS badItem,
           CASE WHEN ${isStars} THEN NULL ELSE ${text(rating)} END AS badRating
         FROM {raw})
       GROUP BY userId, itemId)`,
    { raw },
  );
}
