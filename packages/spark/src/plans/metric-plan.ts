import { type Relation, sql } from "./relations.js";

/** One row: RMSE and MAE over predicted pairs, their number, and the number of all. */
export function ratingErrors(predicted: Relation): Relation {
  return sql(
    `SELECT sqrt(avg(error * error)) AS rmse, avg(abs(error)) AS mae, count(error) AS predicted, count(*) AS total
     FROM (SELECT CASE WHEN NOT isnan(prediction) THEN prediction - rating END AS error FROM {predicted})`,
    { predicted },
  );
}

/**
 * One row: NDCG and recall of lists, as means over the users with relevant test items, and the
 * number of these users. The lists have userId, place from 1, itemId.
 */
export function rankingMetrics(
  lists: Relation,
  test: Relation,
  { count, relevantFrom }: { readonly count: number; readonly relevantFrom: number | undefined },
): Relation {
  const isRelevant = relevantFrom === undefined ? "TRUE" : `rating >= ${relevantFrom}D`;
  const gains = Array.from({ length: count }, (_, place) => `${1 / Math.log2(place + 2)}D`);
  return sql(
    `WITH relevant AS (SELECT userId, itemId FROM {test} WHERE ${isRelevant}),
     totals AS (SELECT userId, count(*) AS relevant FROM relevant GROUP BY userId),
     hits AS (
       SELECT userId, count(*) AS hits, sum(element_at(array(${gains.join(", ")}), CAST(place AS INT))) AS gain
       FROM {lists} JOIN relevant USING (userId, itemId) GROUP BY userId)
     SELECT avg(coalesce(gain, 0D) / aggregate(
         slice(array(${gains.join(", ")}), 1, CAST(least(relevant, ${count}) AS INT)), 0D, (sum, gain) -> sum + gain)) AS ndcg,
       avg(coalesce(hits, 0) / relevant) AS recall, count(*) AS users
     FROM totals LEFT JOIN hits USING (userId)`,
    { lists, test },
  );
}
