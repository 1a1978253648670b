import type { FittedExplicitAls, FittedImplicitAls, Id, Pair, Ratings, Recommendation } from "reelbook";
import { arrowRows } from "../arrow/arrow-rows.js";
import { ALS_COLUMNS, deleteModel, modelSize } from "../plans/als-plan.js";
import {
  activityClasses,
  allLists,
  mergedClasses,
  recommendedTo,
  unseenLists,
} from "../plans/recommendation-plan.js";
import { localRows, modelTable, type Relation, select, sql, transform } from "../plans/relations.js";
import { sparkId } from "../session/spark-ids.js";
import type { SparkRatings } from "../session/spark-ratings.js";
import { checkCount } from "../settings/checks.js";
import type { RunOptions } from "../transport/execute.js";
import type { SparkAlsSettings } from "./als-settings.js";
import { coreModel } from "./core-model.js";
import type { SparkFactors } from "./spark-factors.js";

/** Options of {@link FittedSparkAls.recommend}. */
export interface SparkRecommendOptions extends RunOptions {
  /** Most items in a list. @default 10 */
  readonly count?: number;
  /** Whether to exclude items that the user rated. @default true */
  readonly excludeSeen?: boolean;
}

/** Options of {@link FittedSparkAls.writeRecommendations}. */
export interface SparkWriteOptions extends SparkRecommendOptions {
  /** Whether to replace what is there. @default false */
  readonly overwrite?: boolean;
}

/**
 * Some rows of the lists of all users. The n-th row is item `itemIds[n]` at place `places[n]`, from
 * 1, in the list of user `userIds[n]`. A list may continue in the next batch.
 */
export interface RecommendationBatch {
  readonly userIds: Int32Array;
  readonly places: Int32Array;
  readonly itemIds: Int32Array;
  readonly scores: Float64Array;
}

/**
 * An ALS model that the server keeps. Each call is a job of Spark, which takes at least a tenth of
 * a second: to answer requests, take {@link toModel}.
 */
export class FittedSparkAls {
  readonly name = "SparkAls";
  readonly settings: Readonly<SparkAlsSettings>;
  readonly #id: string;
  readonly #ratings: SparkRatings;

  constructor(id: string, ratings: SparkRatings, settings: Readonly<SparkAlsSettings>) {
    this.#id = id;
    this.#ratings = ratings;
    this.settings = settings;
    Object.freeze(this);
  }

  /** The predicted rating, or with `implicit` the score; NaN for an unknown user or item. */
  async predict(userId: Id, itemId: Id, options: RunOptions = {}): Promise<number> {
    const [prediction = Number.NaN] = await this.predictMany([{ userId, itemId }], options);
    return prediction;
  }

  /** The predictions for pairs of user and item, in their order; one job for all. */
  async predictMany(pairs: Iterable<Pair>, options: RunOptions = {}): Promise<Float64Array> {
    const all = [...pairs];
    const predictions = new Float64Array(all.length);
    if (all.length === 0) return predictions;
    const { data, schema } = arrowRows({
      row: Int32Array.from(all, (_, row) => row),
      userId: Int32Array.from(all, ({ userId }) => sparkId(userId, "user")),
      itemId: Int32Array.from(all, ({ itemId }) => sparkId(itemId, "item")),
    });
    const predicted = this.predictions(localRows(data, schema));
    const relation = select(predicted, ["row", "CAST(prediction AS DOUBLE) AS prediction"]);
    for await (const batch of this.#runner.batches(relation, options)) {
      const values = batch.numbers("prediction");
      batch.integers("row").forEach((row, k) => {
        predictions[row] = values[k] ?? Number.NaN;
      });
    }
    return predictions;
  }

  /** The plan of rows with userId and itemId, and their `prediction` as another column. */
  predictions(rows: Relation): Relation {
    return transform(this.#id, rows, ALS_COLUMNS);
  }

  /**
   * The best items for a user of the ratings, best first. For one with an unknown id, none. Reads
   * all ratings, to find those of the user.
   */
  async recommend(userId: Id, options: SparkRecommendOptions = {}): Promise<Recommendation[]> {
    const { count, excludeSeen, run } = listOptions(options);
    const id = sparkId(userId, "user");
    const seen = new Set(excludeSeen ? await this.#seenBy(id, run) : []);
    const { data, schema } = arrowRows({ userId: Int32Array.of(id) });
    const list = recommendedTo(this.#id, localRows(data, schema), count + seen.size);
    const batches = await this.#runner.collect(list, run);
    return batches
      .flatMap((batch) => {
        const scores = batch.numbers("score");
        return Array.from(batch.integers("itemId"), (itemId, k) => ({
          itemId,
          score: scores[k] ?? Number.NaN,
        }));
      })
      .filter(({ itemId }) => !seen.has(itemId))
      .sort((a, b) => b.score - a.score || a.itemId - b.itemId)
      .slice(0, count);
  }

  /** The lists of all users, made on the server and fetched in batches of some 10,000 rows. */
  async *recommendAll(options: SparkRecommendOptions = {}): AsyncGenerator<RecommendationBatch, void> {
    const relation = await this.lists(options);
    for await (const batch of this.#runner.batches(relation, listOptions(options).run)) {
      yield {
        userIds: batch.integers("userId"),
        places: batch.integers("place"),
        itemIds: batch.integers("itemId"),
        scores: batch.numbers("score"),
      };
    }
  }

  /**
   * Writes the lists of all users to a Parquet folder on the server's disk, with the columns
   * userId, place, itemId and score; nothing passes through this program.
   */
  async writeRecommendations(path: string, options: SparkWriteOptions = {}): Promise<void> {
    const { run } = listOptions(options);
    const { overwrite = false } = options;
    await this.#runner.writeParquet(await this.lists(options), path, { ...run, overwrite });
  }

  /** Fetches all factors: 4 bytes × factors × (users + items) over the network. */
  async factors(options: RunOptions = {}): Promise<SparkFactors> {
    const [users, items] = [
      await this.#side("userFactors", options),
      await this.#side("itemFactors", options),
    ];
    return {
      width: this.settings.factors,
      userIds: users.ids,
      userFactors: users.factors,
      itemIds: items.ids,
      itemFactors: items.factors,
    };
  }

  /**
   * A model of reelbook with the factors of this one, for the users and items of these ratings: for
   * serving, saving, explaining and folding in new users without Spark. It is a `FittedExplicitAls`
   * without biases, or with `implicit` a `FittedImplicitAls`.
   *
   * `ImplicitAls` scales λ otherwise than Spark. Its λ here is the one of Spark for a user with as
   * many ratings as these have on average; only new users depend on it.
   *
   * @throws RangeError for a user or an item without factors
   */
  async toModel(ratings: Ratings, options: RunOptions = {}): Promise<FittedExplicitAls | FittedImplicitAls> {
    return coreModel(await this.factors(options), ratings, this.settings);
  }

  /** The plan of the lists of all users: userId, place from 1, itemId, score. */
  async lists(options: SparkRecommendOptions = {}): Promise<Relation> {
    const { count, excludeSeen, run } = listOptions(options);
    const { relation } = this.#ratings;
    if (!excludeSeen) return allLists(this.#id, relation, count);
    const batches = await this.#runner.collect(activityClasses(relation), run);
    const classes = batches.flatMap((batch) => {
      const [most, users] = [batch.numbers("most"), batch.numbers("users")];
      return Array.from(batch.integers("power"), (power, k) => ({
        powers: [power],
        most: most[k] ?? 0,
        users: users[k] ?? 0,
      }));
    });
    return unseenLists(this.#id, relation, { count, classes: mergedClasses(classes, count) });
  }

  /**
   * The size of the model in bytes, as the server estimates it. It refuses one above its setting
   * spark.connect.session.connectML.mlCache.memoryControl.maxModelSize, 1 GiB by default.
   */
  async byteLength(options: RunOptions = {}): Promise<number> {
    const { resultType } = await this.#runner.mlCommand(modelSize(this.#id), options);
    const { value } = resultType as { value?: { literalType?: { value?: bigint | number } } };
    return Number(value?.literalType?.value);
  }

  /** Frees the model on the server. */
  async close(): Promise<void> {
    await this.#runner.mlCommand(deleteModel(this.#id));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  get #runner() {
    return this.#ratings.runner;
  }

  async #seenBy(userId: number, run: RunOptions): Promise<number[]> {
    const { relation: ratings } = this.#ratings;
    const seen = sql(`SELECT itemId FROM {ratings} WHERE userId = ${userId}`, { ratings });
    const batches = await this.#runner.collect(seen, run);
    return batches.flatMap((batch) => [...batch.integers("itemId")]);
  }

  async #side(method: "userFactors" | "itemFactors", options: RunOptions) {
    const batches = await this.#runner.collect(modelTable(this.#id, method), options);
    const ids = batches.map((batch) => batch.integers("id"));
    const factors = batches.map((batch) => batch.vectors("features"));
    return {
      ids: Int32Array.from(ids.flatMap((each) => [...each])),
      factors: Float64Array.from(factors.flatMap((each) => [...each])),
    };
  }
}

function listOptions({ count = 10, excludeSeen = true, signal, timeout }: SparkRecommendOptions) {
  return { count: checkCount("count", count), excludeSeen, run: { signal, timeout } };
}
