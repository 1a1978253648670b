import { ratingsReport, type SourceColumns, typedRatings } from "../plans/ratings-plan.js";
import { type Relation, sql } from "../plans/relations.js";
import { rowsWhere } from "../plans/split-plan.js";
import type { RunOptions } from "../transport/execute.js";
import type { PlanRunner } from "./plan-runner.js";

/**
 * Ratings that the server reads, or that are sent to it: a plan, not the data. Columns of a file
 * become userId, itemId, rating and timestamp.
 */
export class SparkRatings {
  readonly runner: PlanRunner;
  /** The plan of the ratings. */
  readonly relation: Relation;
  readonly hasTimestamps: boolean;
  readonly #raw: Relation;
  readonly #columns: SourceColumns;
  /** What errors call them: a path, and the conditions of `where`. */
  readonly #source: string;

  constructor(
    runner: PlanRunner,
    raw: Relation,
    { columns, source }: { readonly columns: SourceColumns; readonly source: string },
  ) {
    this.runner = runner;
    this.#raw = raw;
    this.#columns = columns;
    this.#source = source;
    this.relation = typedRatings(raw, columns);
    this.hasTimestamps = columns.timestamp !== undefined;
    Object.freeze(this);
  }

  /**
   * The ratings for which a condition in SQL holds, on userId, itemId, rating and timestamp; still
   * a plan.
   *
   * @example
   * ratings.where("rating >= 4");
   */
  where(condition: string): SparkRatings {
    return new SparkRatings(this.runner, rowsWhere(this.relation, condition), {
      columns: {
        userId: "userId",
        itemId: "itemId",
        rating: "rating",
        timestamp: this.hasTimestamps ? "timestamp" : undefined,
      },
      source: `${this.#source} where ${condition}`,
    });
  }

  /** The number of ratings, for which the server reads them. */
  async count(options: RunOptions = {}): Promise<number> {
    const rows = sql("SELECT CAST(count(*) AS DOUBLE) AS rows FROM {ratings}", { ratings: this.relation });
    const [batch] = await this.runner.collect(rows, options);
    return batch?.numbers("rows")[0] ?? 0;
  }

  /**
   * Reads all ratings once and returns their number.
   *
   * @throws RangeError for no ratings at all, an id that is not an integer of 32 bits, a rating
   *   that is not a finite number, and a pair of user and item that occurs twice
   */
  async check(options: RunOptions = {}): Promise<number> {
    const [report] = await this.runner.collect(ratingsReport(this.#raw, this.#columns), options);
    if (!report) throw new RangeError(`${this.#source} gave no report; fit with check: false`);
    const text = (name: string) => report.texts(name)[0];
    for (const [name, column] of [
      ["badUser", this.#columns.userId],
      ["badItem", this.#columns.itemId],
    ] as const) {
      const bad = text(name);
      if (bad === undefined) continue;
      throw new RangeError(
        `${this.#source} has ${JSON.stringify(bad)} in column "${column}", which is not an integer of 32 bits, as Spark's ALS needs; number the ids in the file`,
      );
    }
    const badRating = text("badRating");
    if (badRating !== undefined) {
      throw new RangeError(
        `${this.#source} has ${JSON.stringify(badRating)} in column "${this.#columns.rating}", which is not a finite number; correct the row or leave it out`,
      );
    }
    const [rows = 0] = report.numbers("rows");
    if (rows === 0)
      throw new RangeError(`${this.#source} has no ratings; give a file with rows below its header`);
    const [times = 0] = report.numbers("mostTimes");
    if (times > 1) {
      throw new RangeError(
        `${this.#source} has ${times} ratings of item ${text("oftenItem")} by user ${text("oftenUser")}, which ALS would add up; keep one of them`,
      );
    }
    return rows;
  }
}
