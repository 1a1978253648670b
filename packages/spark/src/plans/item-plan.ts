import { type Relation, sql } from "./relations.js";

/** How the means of items are damped. */
export interface MeanPlan {
  readonly damping: number;
  readonly minRatings: number;
}

/** Similarities of items, with the formulas of the core's `ItemKnn`. */
export const ITEM_SIMILARITIES = {
  cosine: "products / (normX * normY)",
  "cosine-common": "products / sqrt(squaresX * squaresY)",
  pearson: `CASE WHEN common * squaresX - sumX * sumX > 1e-12 * common * squaresX
      AND common * squaresY - sumY * sumY > 1e-12 * common * squaresY
    THEN (common * products - sumX * sumY)
      / sqrt((common * squaresX - sumX * sumX) * (common * squaresY - sumY * sumY)) END`,
  jaccard: "common / (lengthX + lengthY - common)",
} as const;
export type ItemSimilarityName = keyof typeof ITEM_SIMILARITIES;

/** How similar items are found. */
export interface SimilarityPlan {
  readonly similarity: ItemSimilarityName;
  readonly minCommon: number;
  readonly keep: number;
}

/** The number of ratings of each item: itemId and score. */
export function itemCounts(ratings: Relation): Relation {
  return sql("SELECT itemId, CAST(count(*) AS DOUBLE) AS score FROM {ratings} GROUP BY itemId", { ratings });
}

/** The damped mean rating of each item: itemId and score. */
export function itemMeans(ratings: Relation, { damping, minRatings }: MeanPlan): Relation {
  return sql(
    `SELECT itemId, (sum(rating) + ${damping}D * first(mean)) / (count(*) + ${damping}D) AS score
     FROM {ratings} CROSS JOIN (SELECT avg(rating) AS mean FROM {ratings})
     GROUP BY itemId HAVING count(*) >= ${minRatings}`,
    { ratings },
  );
}

/** The first rows by score, ties by the lower id. */
export function best(scores: Relation, count: number): Relation {
  return sql(`SELECT itemId, score FROM {scores} ORDER BY score DESC, itemId LIMIT ${count}`, { scores });
}

/**
 * The most similar items of each item: itemId, place from 1, otherId, similarity above 0, common.
 * It joins the ratings with themselves by user: Σ over users of n (n − 1) / 2 rows, n their number
 * of ratings of items with at least `minCommon`.
 */
export function similarItemPairs(
  ratings: Relation,
  { similarity, minCommon, keep }: SimilarityPlan,
): Relation {
  return sql(
    `WITH items AS (
       SELECT itemId, sqrt(sum(rating * rating)) AS norm, count(*) AS length FROM {ratings}
       GROUP BY itemId HAVING count(*) >= ${minCommon}),
     kept AS (SELECT userId, itemId, rating FROM {ratings} JOIN items USING (itemId)),
     pairs AS (
       SELECT x.itemId AS itemX, y.itemId AS itemY, count(*) AS common, sum(x.rating * y.rating) AS products,
         sum(x.rating) AS sumX, sum(y.rating) AS sumY,
         sum(x.rating * x.rating) AS squaresX, sum(y.rating * y.rating) AS squaresY
       FROM kept AS x JOIN kept AS y ON x.userId = y.userId AND x.itemId < y.itemId
       GROUP BY x.itemId, y.itemId HAVING count(*) >= ${minCommon}),
     compared AS (
       SELECT itemX, itemY, ${ITEM_SIMILARITIES[similarity]} AS similarity, common
       FROM pairs
         JOIN (SELECT itemId AS itemX, norm AS normX, length AS lengthX FROM items) USING (itemX)
         JOIN (SELECT itemId AS itemY, norm AS normY, length AS lengthY FROM items) USING (itemY)),
     both AS (
       SELECT inline(array(struct(itemX AS itemId, itemY AS otherId),
           struct(itemY AS itemId, itemX AS otherId))), similarity, common
       FROM compared WHERE similarity > 0),
     ranked AS (
       SELECT itemId, row_number() OVER (PARTITION BY itemId ORDER BY similarity DESC, otherId) AS place,
         otherId, similarity, common
       FROM both)
     SELECT itemId, place, otherId, similarity, common FROM ranked WHERE place <= ${keep}`,
    { ratings },
  );
}
