import { fitAls } from "../plans/als-plan.js";
import type { SparkRatings } from "../session/spark-ratings.js";
import type { RunOptions } from "../transport/execute.js";
import { alsSettings, type SparkAlsSettings } from "./als-settings.js";
import { FittedSparkAls } from "./fitted-spark-als.js";

/** Options of {@link SparkAls.fit}. */
export interface SparkFitOptions extends RunOptions {
  /** Whether to read the ratings once before, to find bad rows and repeated pairs. @default true */
  readonly check?: boolean;
}

/**
 * Matrix factorization by alternating least squares on a Spark cluster, by Spark's own ALS. With
 * `implicit: false` its cost is that of `ExplicitAls` of reelbook with `biased: false`:
 *
 *     cost = Σ over ratings: (rating − userFactors · itemFactors)²
 *          + λ Σ over users and items: n ‖factors‖²,  n their number of ratings
 *
 * With `implicit: true` all pairs count, as in `ImplicitAls`, but λ is scaled otherwise: here by n,
 * the number of ratings above 0; in `ImplicitAls` by the total confidence over all items, with
 * `regularizationPower: 1`, or not at all, with 0.
 *
 * Each iteration moves the factors of one side to the blocks of the other: at most 4 bytes ×
 * factors × (users + items) × blocks. Source of the blocks: Spark,
 * org.apache.spark.ml.recommendation.
 *
 * @example
 * const model = await new SparkAls({ factors: 16 }).fit(await spark.csv("/data/ratings.csv"));
 */
export class SparkAls {
  readonly name = "SparkAls";
  readonly settings: Readonly<SparkAlsSettings>;

  constructor(settings: Partial<SparkAlsSettings> = {}) {
    this.settings = alsSettings(settings);
  }

  /**
   * Fits on the server. The model stays there until `close` of the model or of its session.
   *
   * @throws RangeError for bad ratings, SparkError where the server fails, the signal's reason
   *   where it is aborted. A fit is never started twice.
   */
  async fit(
    ratings: SparkRatings,
    { check = true, ...options }: SparkFitOptions = {},
  ): Promise<FittedSparkAls> {
    if (check) await ratings.check(options);
    const result = await ratings.runner.mlCommand(fitAls(ratings.relation, this.settings), options);
    return new FittedSparkAls(modelIdOf(result), ratings, this.settings);
  }
}

/** The id under which the server keeps the fitted model. */
function modelIdOf(result: object): string {
  const { resultType } = result as {
    resultType?: { value?: { type?: { case?: string; value?: { id?: string } } } };
  };
  const id = resultType?.value?.type?.value?.id;
  if (typeof id === "string" && id !== "") return id;
  throw new RangeError("the Spark server fitted ALS but named no model; report this, with its version");
}
