export { countVersusMean } from "./charts/count-versus-mean.js";
export { type Curve, type CurvesOptions, curves } from "./charts/curves.js";
export { type DistanceVersusCommonOptions, distanceVersusCommon } from "./charts/distance-versus-common.js";
export type { Figure } from "./charts/figure.js";
export { genreCounts } from "./charts/genre-counts.js";
export { genreHeatMap } from "./charts/genre-heat-map.js";
export { type GroupMapOptions, groupMap } from "./charts/group-map.js";
export { type Interval, type IntervalDotsOptions, intervalDots } from "./charts/interval-dots.js";
export type { NamedDot } from "./charts/labelled-dots.js";
export { type MetricBar, type MetricBarsOptions, metricBars } from "./charts/metric-bars.js";
export {
  type MetricsBySettingOptions,
  metricsBySetting,
  type PanelMetric,
  type SettingLine,
} from "./charts/metrics-by-setting.js";
export { type MapPlace, type MovieMapOptions, movieMap } from "./charts/movie-map.js";
export {
  type PeopleOnAPlaneOptions,
  type PersonOnAPlane,
  peopleOnAPlane,
} from "./charts/people-on-a-plane.js";
export { type RankChangesOptions, rankChanges } from "./charts/rank-changes.js";
export { type RatingCellsOptions, ratingCells } from "./charts/rating-cells.js";
export { ratingHistogram } from "./charts/rating-histogram.js";
export { type RatingMatrixOptions, ratingMatrix } from "./charts/rating-matrix.js";
export { ratingsOverTime } from "./charts/ratings-over-time.js";
export { ratingsPerItem } from "./charts/ratings-per-item.js";
export { ratingsPerItemHistogram } from "./charts/ratings-per-item-histogram.js";
export { ratingsPerUser } from "./charts/ratings-per-user.js";
export { type SilhouetteLine, silhouetteLines } from "./charts/silhouette-lines.js";
export { type SimilarityHeatMapOptions, similarityHeatMap } from "./charts/similarity-heat-map.js";
export {
  type SimilarityVersusCommonOptions,
  similarityVersusCommon,
} from "./charts/similarity-versus-common.js";
export { type SingularValues, singularValues } from "./charts/singular-values.js";
export { type TradeOffOptions, tradeOff } from "./charts/trade-off.js";
export type { BadRowPolicy } from "./datasets/bad-rows.js";
export { DataError } from "./datasets/data-error.js";
export { type ItemsByTitle, itemsByTitle } from "./datasets/items-by-title.js";
export { type MovieLensLayout, movieLensLayout } from "./datasets/movielens.js";
export { type Movie, Movies } from "./datasets/movies.js";
export { type MoviesFormat, parseMovies } from "./datasets/parse-movies.js";
export { parseRatings } from "./datasets/parse-ratings.js";
export { parseTags, type Tag, type TagsFormat } from "./datasets/parse-tags.js";
export { parseUsers, type UserProfile, type UsersFormat } from "./datasets/parse-users.js";
export type { RatingColumnNames, RatingsFormat } from "./datasets/ratings-format.js";
export type { RecordFormat, Separator } from "./datasets/record-format.js";
export { sameGenres } from "./datasets/same-genres.js";
export { type Encoding, type TextSource, textSource } from "./datasets/text-source.js";
export { areaUnderCurve, type Relevance } from "./evaluation/area-under-curve.js";
export { catalogueCoverage, giniCoefficient } from "./evaluation/catalogue-metrics.js";
export { type Choice, chooseModel } from "./evaluation/choose-model.js";
export { type CompareOptions, type Comparison, type ComparisonRow, compare } from "./evaluation/compare.js";
export {
  type CompareVariantsOptions,
  compareVariants,
  type Variant,
  type VariantRow,
} from "./evaluation/compare-variants.js";
export {
  type CrossValidateOptions,
  type CrossValidation,
  crossValidate,
} from "./evaluation/cross-validate.js";
export {
  type EvaluateRankingOptions,
  evaluateRanking,
  type RankingEvaluation,
} from "./evaluation/evaluate-ranking.js";
export {
  type EvaluateRatingsOptions,
  evaluateRatings,
  type RatingEvaluation,
} from "./evaluation/evaluate-ratings.js";
export { givenSplit } from "./evaluation/given-split.js";
export { type KFoldsOptions, kFolds } from "./evaluation/k-folds.js";
export { type LeaveOutOptions, leaveOut } from "./evaluation/leave-out.js";
export { listDiversity } from "./evaluation/list-diversity.js";
export {
  averagePrecisionAt,
  type Hits,
  hitRateAt,
  ndcgAt,
  ndcgFullAt,
  precisionAt,
  recallAt,
  reciprocalRankAt,
} from "./evaluation/list-metrics.js";
export { type ListOverlapOptions, listOverlap } from "./evaluation/list-overlap.js";
export type { MeasureOptions, Measures } from "./evaluation/measure.js";
export {
  type DifferenceInterval,
  type PairedBootstrapOptions,
  pairedBootstrap,
} from "./evaluation/paired-bootstrap.js";
export { type RandomSplitOptions, randomSplit } from "./evaluation/random-split.js";
export type { RankingTask } from "./evaluation/rank-lists.js";
export {
  absoluteErrors,
  mae,
  mape,
  percentageErrors,
  rmse,
  squaredErrors,
} from "./evaluation/rating-errors.js";
export { type RowSplitOptions, rowSplit } from "./evaluation/row-split.js";
export {
  type SampledCandidatesOptions,
  sampledCandidates,
} from "./evaluation/sampled-candidates.js";
export { selfInformation } from "./evaluation/self-information.js";
export {
  type SimilaritiesInHalvesOptions,
  type SimilarityInHalves,
  similaritiesInHalves,
} from "./evaluation/similarities-in-halves.js";
export type { Split } from "./evaluation/split.js";
export { type TimeSplitOptions, timeSplit } from "./evaluation/time-split.js";
export { type UserSplitOptions, userSplit } from "./evaluation/user-split.js";
export {
  type MinimizeOptions,
  type Minimum,
  minimize,
  type Objective,
} from "./math/conjugate-gradient.js";
export type { LongWork, Progress } from "./math/long-work.js";
export { type PrincipalComponents, principalComponents } from "./math/principal-components.js";
export { type Random, type RandomGenerator, type RandomSettings, random } from "./math/random.js";
export { mean, quantile, standardDeviation } from "./math/statistics.js";
export { topIndices } from "./math/top-n.js";
export { Baseline, type BaselineSettings, type FittedBaseline } from "./models/baseline.js";
export {
  BatchFactorization,
  type BatchFactorizationSettings,
  type Descent,
  type FittedBatchFactorization,
} from "./models/batch-factorization.js";
export { Blend, type BlendOptions, type BlendSettings, type FittedBlend } from "./models/blend.js";
export {
  BoostedTrees,
  type BoostedTreesSettings,
  type FittedBoostedTrees,
} from "./models/boosted-trees.js";
export { Bpr, type BprSettings } from "./models/bpr.js";
export type { Center } from "./models/centering.js";
export {
  CoClustering,
  type CoClusteringSettings,
  type CoClusters,
  type FittedCoClustering,
} from "./models/co-clustering.js";
export { type CorrelationsOptions, correlationsWith } from "./models/correlations-with.js";
export { countSimilarities, type SimilarityCount } from "./models/count-similarities.js";
export type { EarlyStoppingSettings, Learning } from "./models/early-stopping.js";
export { Ease, type EaseSettings } from "./models/ease.js";
export { ExplicitAls, type ExplicitAlsSettings } from "./models/explicit-als.js";
export type { FittedFactors, LearnedFactors } from "./models/factors.js";
export { Fallback, type FallbackSettings, type FittedFallback } from "./models/fallback.js";
export { FeatureTable } from "./models/feature-table.js";
export type { FittedBpr } from "./models/fitted-bpr.js";
export type { FittedHybrid } from "./models/fitted-hybrid.js";
export type { FittedImplicitAls } from "./models/fitted-implicit-als.js";
export type { FittedItemWeights } from "./models/fitted-item-weights.js";
export type { FoldSettings } from "./models/fold-rows.js";
export { FunkSvd, type FunkSvdSettings } from "./models/funk-svd.js";
export {
  FittedGenreContent,
  GenreContent,
  type GenreContentSettings,
  type ItemGenres,
  type ItemTag,
} from "./models/genre-content.js";
export { type GenreProfiles, type GenreProfilesOptions, genreProfiles } from "./models/genre-profiles.js";
export { GlobalMean } from "./models/global-mean.js";
export type { FittedByDescent } from "./models/gradient-descent.js";
export {
  type GroupFavourite,
  type GroupFavouritesOptions,
  groupFavourites,
} from "./models/group-favourites.js";
export {
  type FittedGroupPopularity,
  GroupPopularity,
  type GroupPopularitySettings,
} from "./models/group-popularity.js";
export { type DbscanGrouping, groupUsers, type KMeansGrouping } from "./models/group-users.js";
export { Hybrid } from "./models/hybrid.js";
export type { HybridOptions, HybridSettings } from "./models/hybrid-settings.js";
export { type AlsOptimizer, ImplicitAls, type ImplicitAlsSettings } from "./models/implicit-als.js";
export type { DatedItems } from "./models/item-facts.js";
export {
  type FittedItemKnn,
  ItemKnn,
  type ItemKnnSettings,
} from "./models/item-knn.js";
export type { KnnSettings, SimilarityName } from "./models/knn-settings.js";
export { MeanRating, type MeanRatingSettings } from "./models/mean-rating.js";
export {
  type Contribution,
  type Explanation,
  FittedModel,
  type FoldedUser,
  type History,
  type Model,
  type OwnRating,
  type Pair,
  type Recommendation,
  type RecommendOptions,
  type SimilarItem,
  type Similarity,
  type SimilarOptions,
  type SimilarUser,
} from "./models/model.js";
export { modelFromBuffer, modelToBuffer } from "./models/model-buffer.js";
export { Nmf, type NmfSettings } from "./models/nmf.js";
export { type FittedNormalRandom, NormalRandom, type NormalRandomSettings } from "./models/normal-random.js";
export { Popularity } from "./models/popularity.js";
export { type FittedPureSvd, PureSvd, type PureSvdSettings } from "./models/pure-svd.js";
export { RandomWalk, type RandomWalkSettings } from "./models/random-walk.js";
export {
  type FittedRankBlend,
  RankBlend,
  type RankBlendOptions,
  type RankBlendSettings,
} from "./models/rank-blend.js";
export { type RatingFeaturesOptions, ratingFeatures } from "./models/rating-features.js";
export { similarityMatrix } from "./models/similarity-matrix.js";
export { Slim, type SlimSettings } from "./models/slim.js";
export { type FittedSlopeOne, SlopeOne, type SlopeOneSettings } from "./models/slope-one.js";
export { SvdPlusPlus, type SvdPlusPlusSettings } from "./models/svd-plus-plus.js";
export { type TfIdf, tfIdf } from "./models/tf-idf.js";
export { UserGroups } from "./models/user-groups.js";
export { type FittedUserKnn, UserKnn, type UserKnnSettings } from "./models/user-knn.js";
export { type UserVectors, type UserVectorsOptions, userVectors } from "./models/user-vectors.js";
export { CsrMatrix, type Triplets } from "./ratings/csr-matrix.js";
export { type Id, IdIndex } from "./ratings/id-index.js";
export { type ItemStatistics, itemStatistics } from "./ratings/item-statistics.js";
export type { Rating, RatingScale } from "./ratings/rating.js";
export {
  type IndexedRatings,
  type RatingColumns,
  type RatingOfItem,
  type RatingOfUser,
  Ratings,
} from "./ratings/ratings.js";
export { simulatedCsv } from "./ratings/simulated-csv.js";
export { type SimulatedRating, type SimulatorSettings, simulatedRows } from "./ratings/simulated-rows.js";
export { simulateRatings } from "./ratings/simulator.js";
export type { SkippedRows } from "./ratings/skipped-rows.js";
