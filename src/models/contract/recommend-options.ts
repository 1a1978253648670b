import type { Id } from "../../ratings/id-index.js";
import type { TaskOptions } from "../../task/report-progress.js";

/** An item and its score for a user; higher is better. */
export interface Recommendation {
  readonly itemId: Id;
  readonly score: number;
}

/** Options of {@link FittedModel.recommend}. */
export interface RecommendOptions {
  /** Most items to return. @default 10 */
  readonly count?: number;
  /** Whether to exclude items that the user rated. @default true */
  readonly excludeSeen?: boolean;
  /** Items that are never recommended; unknown ones change nothing. @default none */
  readonly exclude?: Iterable<Id> | undefined;
  /**
   * The only items to rank; unknown items and items without a score are left out. Few candidates
   * are cheap: for models of factors and of item weights only they are scored.
   * @default all
   */
  readonly candidates?: Iterable<Id> | undefined;
  /**
   * Whether an item may be recommended, such as `(itemId) => inStock.has(itemId)`.
   * Called once for each item, or for each of the `candidates`.
   * @default all may
   */
  readonly filter?: ((itemId: Id) => boolean) | undefined;
}

/** Options of {@link FittedModel.recommendAll}. */
export interface RecommendAllOptions extends RecommendOptions, TaskOptions {
  /** Whose lists to make. @default all users of the ratings */
  readonly users?: Iterable<Id> | undefined;
}
