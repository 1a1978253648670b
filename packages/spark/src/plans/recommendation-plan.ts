import { modelTable, numberArgument, type Relation, sql, tableArgument } from "./relations.js";

/** Users with a similar number of ratings, of whom none has more than `most`. */
export interface ActivityClass {
  readonly powers: readonly number[];
  readonly most: number;
  readonly users: number;
}

/** Fewer rows of lists than this are made at once: a job of Spark takes longer than they do. */
const FEW_ROWS = 2_000_000;

const POWER = "CAST(ceil(log(4, times)) AS INT)";
const TIMES = "SELECT userId, count(*) AS times FROM {ratings} GROUP BY userId";

/** The classes that occur: users with up to 1, 4, 16, 64 … ratings. */
export function activityClasses(ratings: Relation): Relation {
  return sql(`SELECT ${POWER} AS power, max(times) AS most, count(*) AS users FROM (${TIMES}) GROUP BY 1`, {
    ratings,
  });
}

/** All classes as one, where their lists have few rows. */
export function mergedClasses(classes: readonly ActivityClass[], count: number): readonly ActivityClass[] {
  const merged = {
    powers: classes.flatMap(({ powers }) => powers),
    most: Math.max(...classes.map(({ most }) => most)),
    users: classes.reduce((sum, { users }) => sum + users, 0),
  };
  return merged.users * (merged.most + count) < FEW_ROWS ? [merged] : classes;
}

/** The recommended items of one user, or of several, as columns, without a rule on rated items. */
export function recommendedTo(modelId: string, users: Relation, count: number): Relation {
  const lists = modelTable(modelId, "recommendForUserSubset", tableArgument(users), numberArgument(count));
  return sql(
    `SELECT userId, one.itemId AS itemId, CAST(one.rating AS DOUBLE) AS score
     FROM (SELECT userId, explode(recommendations) AS one FROM {lists})`,
    { lists },
  );
}

/**
 * The lists of all users of the ratings, without the items that they rated: userId, place from 1,
 * itemId, score.
 *
 * Spark does not leave out rated items, so a list must be longer by their number. Users are asked
 * for in classes of similar activity, so that all lists together have at most `count` × users + 4 ×
 * ratings rows before rated items are taken out.
 */
export function unseenLists(
  modelId: string,
  ratings: Relation,
  { count, classes }: { readonly count: number; readonly classes: readonly ActivityClass[] },
): Relation {
  const lists = classes.map(({ powers, most }) => {
    const users = sql(`SELECT userId FROM (${TIMES}) WHERE ${POWER} IN (${powers.join(", ")})`, { ratings });
    return recommendedTo(modelId, users, count + most);
  });
  return sql(
    `SELECT userId, place, itemId, score FROM (
       SELECT scored.userId, scored.itemId, scored.score,
         row_number() OVER (PARTITION BY scored.userId ORDER BY scored.score DESC, scored.itemId) AS place
       FROM (${lists.map((_, index) => `SELECT * FROM {lists${index}}`).join(" UNION ALL ")}) AS scored
       LEFT ANTI JOIN {ratings} AS rated ON rated.userId = scored.userId AND rated.itemId = scored.itemId
     ) WHERE place <= ${count}`,
    { ratings, ...Object.fromEntries(lists.map((list, index) => [`lists${index}`, list])) },
  );
}

/** The lists of all users, with the items that they rated. */
export function allLists(modelId: string, ratings: Relation, count: number): Relation {
  const users = sql("SELECT DISTINCT userId FROM {ratings}", { ratings });
  const lists = recommendedTo(modelId, users, count);
  return sql(
    `SELECT userId, row_number() OVER (PARTITION BY userId ORDER BY score DESC, itemId) AS place, itemId, score
     FROM {lists}`,
    { lists },
  );
}
