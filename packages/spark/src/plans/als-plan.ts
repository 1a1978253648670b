import { randomUUID } from "node:crypto";
import type { Fields } from "../transport/messages.js";
import {
  booleanLiteral,
  doubleLiteral,
  integerLiteral,
  longLiteral,
  type Relation,
  textLiteral,
} from "./relations.js";

/** Settings of Spark's ALS in the words of reelbook. */
export interface AlsParameters {
  /** Latent factors of a user or an item; Spark's `rank`. @default 10 */
  readonly factors: number;
  /**
   * Times that each side is solved; Spark's `maxIter`. For more than 20 the server needs the
   * setting spark.checkpoint.dir, because the plan of ALS grows with each.
   * @default 10
   */
  readonly iterations: number;
  /**
   * λ in the penalty λ · n · ‖factors‖², n the number of ratings; Spark's `regParam`.
   * @default 0.1
   */
  readonly regularization: number;
  /** With `implicit`, the confidence of a rating r is 1 + alpha · |r|. @default 1 */
  readonly alpha: number;
  /** Whether ratings are implicit feedback; Spark's `implicitPrefs`. @default false */
  readonly implicit: boolean;
  /** Seed of the initial factors. @default 0 */
  readonly seed: number;
  /** Blocks of users, and of items, that are solved in parallel. @default 10 */
  readonly blocks: number;
}

/** The value of `MlOperator.OperatorType` for an estimator. */
const ESTIMATOR = 1;

/** The settings that name the columns; an unknown user or item has the prediction NaN. */
export const ALS_COLUMNS: Fields = {
  userCol: textLiteral("userId"),
  itemCol: textLiteral("itemId"),
  coldStartStrategy: textLiteral("nan"),
};

/** The command that fits ALS to rows of userId, itemId and rating. */
export function fitAls(dataset: Relation, settings: AlsParameters): Fields {
  const { factors, iterations, regularization, alpha, implicit, seed, blocks } = settings;
  const params = {
    ...ALS_COLUMNS,
    ratingCol: textLiteral("rating"),
    rank: integerLiteral(factors),
    maxIter: integerLiteral(iterations),
    regParam: doubleLiteral(regularization),
    alpha: doubleLiteral(alpha),
    implicitPrefs: booleanLiteral(implicit),
    seed: longLiteral(seed),
    numUserBlocks: integerLiteral(blocks),
    numItemBlocks: integerLiteral(blocks),
  };
  const estimator = {
    name: "org.apache.spark.ml.recommendation.ALS",
    uid: `ALS_${randomUUID().slice(0, 12)}`,
    type: ESTIMATOR,
  };
  return { command: { case: "fit", value: { estimator, params: { params }, dataset } } };
}

/** The command that frees a model, in memory and on the server's disk. */
export function deleteModel(modelId: string): Fields {
  return { command: { case: "delete", value: { objRefs: [{ id: modelId }] } } };
}

/** The command that asks for the size of a model by the server's own estimate. */
export function modelSize(modelId: string): Fields {
  return { command: { case: "getModelSize", value: { modelRef: { id: modelId } } } };
}
