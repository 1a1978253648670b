export type { BlockCost } from "./duckdb/block-similarities.js";
export {
  type DuckdbFitOptions,
  DuckdbItemKnn,
  type FittedDuckdbItemKnn,
} from "./duckdb/duckdb-item-knn.js";
export {
  type DuckdbRatings,
  type DuckdbRatingsOptions,
  type DuckdbSplit,
  duckdbRatings,
  type SideStatistics,
} from "./duckdb/duckdb-ratings.js";
export type { DuckdbOptions } from "./duckdb/duckdb-session.js";
export type { ImportOptions } from "./duckdb/import-ratings.js";
export type { RatingColumnsIn } from "./duckdb/rating-relation.js";
