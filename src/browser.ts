export {
  type DistanceVersusCommonOptions,
  distanceVersusCommon,
} from "./charts/likeness/distance-versus-common.js";
export { type GroupMapOptions, groupMap } from "./charts/likeness/group-map.js";
export { type MapPlace, type MovieMapOptions, movieMap } from "./charts/likeness/movie-map.js";
export { type SilhouetteLine, silhouetteLines } from "./charts/likeness/silhouette-lines.js";
export { type SimilarityHeatMapOptions, similarityHeatMap } from "./charts/likeness/similarity-heat-map.js";
export {
  type SimilarityVersusCommonOptions,
  similarityVersusCommon,
} from "./charts/likeness/similarity-versus-common.js";
export { type SingularValues, singularValues } from "./charts/likeness/singular-values.js";
export type { Figure } from "./charts/parts/figure.js";
export type { NamedDot } from "./charts/parts/labelled-dots.js";
export { activityVersusMean } from "./charts/ratings/activity-versus-mean.js";
export {
  type CountVersusMeanOptions,
  countVersusMean,
  type MarkedMovies,
} from "./charts/ratings/count-versus-mean.js";
export { genreCounts } from "./charts/ratings/genre-counts.js";
export { genreHeatMap } from "./charts/ratings/genre-heat-map.js";
export { genreMeans } from "./charts/ratings/genre-means.js";
export { type NamedMoviesOptions, namedMovies } from "./charts/ratings/named-movies.js";
export { type RatingCellsOptions, ratingCells } from "./charts/ratings/rating-cells.js";
export { ratingHistogram } from "./charts/ratings/rating-histogram.js";
export { type RatingMatrixOptions, ratingMatrix } from "./charts/ratings/rating-matrix.js";
export { ratingsOverTime } from "./charts/ratings/ratings-over-time.js";
export { ratingsPerItem } from "./charts/ratings/ratings-per-item.js";
export { ratingsPerItemHistogram } from "./charts/ratings/ratings-per-item-histogram.js";
export { ratingsPerUser } from "./charts/ratings/ratings-per-user.js";
export { type Curve, type CurvesOptions, curves } from "./charts/results/curves.js";
export { type Interval, type IntervalDotsOptions, intervalDots } from "./charts/results/interval-dots.js";
export { type MetricBar, type MetricBarsOptions, metricBars } from "./charts/results/metric-bars.js";
export {
  type MetricsBySettingOptions,
  metricsBySetting,
  type PanelMetric,
  type SettingLine,
} from "./charts/results/metrics-by-setting.js";
export { type RankChangesOptions, rankChanges } from "./charts/results/rank-changes.js";
export { type StackedBar, type StackedBarsOptions, stackedBars } from "./charts/results/stacked-bars.js";
export { type TradeOffOptions, tradeOff } from "./charts/results/trade-off.js";
export { type DiagramNode, treeDiagram } from "./charts/results/tree-diagram.js";
export { type TuningTrialsOptions, tuningTrials } from "./charts/results/tuning-trials.js";
export type { Dataset, LoadDatasetOptions } from "./datasets/movies/dataset-from-folder.js";
export { type ItemsByTitle, itemsByTitle } from "./datasets/movies/items-by-title.js";
export { type MovieLensLayout, movieLensLayout } from "./datasets/movies/movielens.js";
export { type Movie, Movies } from "./datasets/movies/movies.js";
export { type Links, type LinksFormat, parseLinks } from "./datasets/movies/parse-links.js";
export { type MoviesFormat, parseMovies } from "./datasets/movies/parse-movies.js";
export { parseTags, type Tag, type TagsFormat } from "./datasets/movies/parse-tags.js";
export { parseUsers, type UserProfile, type UsersFormat } from "./datasets/movies/parse-users.js";
export { sameGenres } from "./datasets/movies/same-genres.js";
export type { MatchOptions, OwnRatings, UnmatchedRating } from "./datasets/own/match-own-ratings.js";
export { ownRatingsFromList, type TitleRating } from "./datasets/own/own-ratings-from-list.js";
export { readOwnRatings } from "./datasets/own/read-own-ratings.js";
export { parseRatings } from "./datasets/ratings/parse-ratings.js";
export type { RatingColumnNames, RatingsFormat } from "./datasets/ratings/ratings-format.js";
export type { LoadRatingsOptions } from "./datasets/ratings/ratings-from-source.js";
export type { BadRowPolicy } from "./datasets/records/bad-rows.js";
export { DataError } from "./datasets/records/data-error.js";
export type { RecordFormat, Separator } from "./datasets/records/record-format.js";
export { type Encoding, type TextSource, textSource } from "./datasets/records/text-source.js";
export { adjustedPValues, type Correction } from "./evaluation/experiments/adjusted-p-values.js";
export {
  type CompareOptions,
  type Comparison,
  type ComparisonRow,
  compare,
} from "./evaluation/experiments/compare.js";
export {
  type CompareVariantsOptions,
  compareVariants,
  type Variant,
  type VariantRow,
} from "./evaluation/experiments/compare-variants.js";
export {
  type CompareWithReferenceOptions,
  compareWithReference,
  type ReferenceDifference,
} from "./evaluation/experiments/compare-with-reference.js";
export {
  type CrossValidateOptions,
  type CrossValidation,
  crossValidate,
} from "./evaluation/experiments/cross-validate.js";
export {
  type EvaluateRankingOptions,
  evaluateRanking,
  type RankingEvaluation,
} from "./evaluation/experiments/evaluate-ranking.js";
export {
  type EvaluateRatingsOptions,
  evaluateRatings,
  type RatingEvaluation,
} from "./evaluation/experiments/evaluate-ratings.js";
export type { MeasureOptions, Measures } from "./evaluation/experiments/measure.js";
export {
  type DifferenceInterval,
  type PairedBootstrapOptions,
  pairedBootstrap,
  pairedBootstraps,
} from "./evaluation/experiments/paired-bootstrap.js";
export {
  type PairedRandomizationOptions,
  pairedRandomization,
} from "./evaluation/experiments/paired-randomization.js";
export type { RankingTask } from "./evaluation/experiments/rank-lists.js";
export {
  type SampledCandidatesOptions,
  sampledCandidates,
} from "./evaluation/experiments/sampled-candidates.js";
export {
  type SimilaritiesInHalvesOptions,
  type SimilarityInHalves,
  similaritiesInHalves,
} from "./evaluation/experiments/similarities-in-halves.js";
export { areaUnderCurve, type Relevance } from "./evaluation/metrics/area-under-curve.js";
export { catalogueCoverage, giniCoefficient } from "./evaluation/metrics/catalogue-metrics.js";
export { fractionOfConcordantPairs } from "./evaluation/metrics/concordant-pairs.js";
export { explainedVariance, rSquared } from "./evaluation/metrics/explained-variance.js";
export { type Gains, gradedNdcgAt } from "./evaluation/metrics/graded-ndcg.js";
export { itemExposure } from "./evaluation/metrics/item-exposure.js";
export { listDiversity } from "./evaluation/metrics/list-diversity.js";
export {
  averagePrecisionAt,
  f1At,
  type Hits,
  hitRateAt,
  logRankBiasedPrecisionAt,
  ndcgAt,
  ndcgFullAt,
  precisionAt,
  rankBiasedPrecisionAt,
  recallAt,
  reciprocalRankAt,
  rPrecisionAt,
} from "./evaluation/metrics/list-metrics.js";
export { type ListOverlapOptions, listOverlap } from "./evaluation/metrics/list-overlap.js";
export { type ListAndHistory, listSerendipity } from "./evaluation/metrics/list-serendipity.js";
export { type MiscalibrationOptions, miscalibration } from "./evaluation/metrics/miscalibration.js";
export { popularityLift } from "./evaluation/metrics/popularity-lift.js";
export { popularityPropensity } from "./evaluation/metrics/popularity-propensity.js";
export {
  absoluteErrors,
  mae,
  mape,
  percentageErrors,
  rmse,
  squaredErrors,
} from "./evaluation/metrics/rating-errors.js";
export { selfInformation } from "./evaluation/metrics/self-information.js";
export {
  type CalibratedRecommendationsOptions,
  calibratedRecommendations,
} from "./evaluation/reranking/calibrated-recommendations.js";
export {
  type MaximalMarginalRelevanceOptions,
  maximalMarginalRelevance,
} from "./evaluation/reranking/maximal-marginal-relevance.js";
export { givenSplit } from "./evaluation/splits/given-split.js";
export { type KFoldsOptions, kFolds } from "./evaluation/splits/k-folds.js";
export { type LeaveOutOptions, leaveOut } from "./evaluation/splits/leave-out.js";
export { type PerUserSplitOptions, perUserSplit } from "./evaluation/splits/per-user-split.js";
export { type RandomSplitOptions, randomSplit } from "./evaluation/splits/random-split.js";
export { type RowSplitOptions, rowSplit } from "./evaluation/splits/row-split.js";
export type { Split } from "./evaluation/splits/split.js";
export type { Stratum } from "./evaluation/splits/stratified-fold-rows.js";
export { type TimeSplitOptions, timeSplit } from "./evaluation/splits/time-split.js";
export type { TestedRows } from "./evaluation/splits/user-row-order.js";
export { type UserSplitOptions, userSplit } from "./evaluation/splits/user-split.js";
export { type Choice, chooseModel } from "./evaluation/tuning/choose-model.js";
export type { SearchOptions, SearchResult } from "./evaluation/tuning/search-trials.js";
export {
  linearRange,
  logRange,
  type SettingRange,
  type SettingRangeOptions,
} from "./evaluation/tuning/setting-range.js";
export type { Space, TrialSettings } from "./evaluation/tuning/settings-space.js";
export { measureTrial, type TrialTask } from "./evaluation/tuning/trial-runner.js";
export {
  type DataOf,
  type SpaceOf,
  type TunableModel,
  type TuneOptions,
  type Tuning,
  tune,
} from "./evaluation/tuning/tune.js";
export type { Trial, TuningRecord } from "./evaluation/tuning/tuning-record.js";
export { type BackendReport, backend, setBackend, type WasmOptions } from "./kernels/backend.js";
export {
  type MinimizeOptions,
  type Minimum,
  minimize,
  type Objective,
} from "./math/conjugate-gradient.js";
export { type PrincipalComponents, principalComponents } from "./math/principal-components.js";
export { type Random, type RandomGenerator, type RandomSettings, random } from "./math/random.js";
export { mean, quantile, standardDeviation } from "./math/statistics.js";
export { topIndices } from "./math/top-n.js";
export { Baseline, type BaselineSettings, type FittedBaseline } from "./models/baselines/baseline.js";
export { GlobalMean } from "./models/baselines/global-mean.js";
export { MeanRating, type MeanRatingSettings } from "./models/baselines/mean-rating.js";
export {
  type FittedNormalRandom,
  NormalRandom,
  type NormalRandomSettings,
} from "./models/baselines/normal-random.js";
export { Popularity } from "./models/baselines/popularity.js";
export {
  ContentSimilarity,
  type ContentSimilaritySettings,
} from "./models/content/content-similarity.js";
export type { FittedContent } from "./models/content/fitted-content.js";
export {
  type FittedGenreContent,
  GenreContent,
  type GenreContentSettings,
  type ItemGenres,
  type ItemTag,
} from "./models/content/genre-content.js";
export type { DatedItems } from "./models/content/item-facts.js";
export {
  SideFeatures,
  type SideGroup,
  type SideRow,
  type SideValue,
} from "./models/content/side-features.js";
export { type TfIdf, tfIdf } from "./models/content/tf-idf.js";
export type { FittedItemScores } from "./models/contract/fitted-item-scores.js";
export { hasSimilarItems, type WithSimilarItems } from "./models/contract/has-similar-items.js";
export { hasSimilarUsers, type WithSimilarUsers } from "./models/contract/has-similar-users.js";
export {
  type Contribution,
  type Explanation,
  FittedModel,
  type FittedOf,
  type FoldedUser,
  type FoldInOptions,
  type History,
  type Model,
  type ModelKind,
  type OwnInteraction,
  type OwnRating,
  type Pair,
  type SavedArray,
  type SavedModel,
  type SimilarItem,
  type Similarity,
  type SimilarOptions,
  type SimilarUser,
  type Timestamps,
} from "./models/contract/model.js";
export type {
  RecommendAllOptions,
  Recommendation,
  RecommendOptions,
} from "./models/contract/recommend-options.js";
export { RecommendedLists } from "./models/contract/recommended-lists.js";
export { Blend, type BlendOptions, type BlendSettings, type FittedBlend } from "./models/ensembles/blend.js";
export { Fallback, type FallbackSettings, type FittedFallback } from "./models/ensembles/fallback.js";
export {
  type FittedRankBlend,
  RankBlend,
  type RankBlendOptions,
  type RankBlendSettings,
} from "./models/ensembles/rank-blend.js";
export {
  BatchFactorization,
  type BatchFactorizationSettings,
  type Descent,
  type FittedBatchFactorization,
} from "./models/factors/batch-factorization.js";
export {
  ExplicitAls,
  type ExplicitAlsSettings,
  type FittedExplicitAls,
} from "./models/factors/explicit-als.js";
export type { FittedByDescent } from "./models/factors/fitted-by-descent.js";
export type { FittedFactors } from "./models/factors/fitted-factors.js";
export { FunkSvd, type FunkSvdSettings } from "./models/factors/funk-svd.js";
export {
  type AlsOptimizer,
  type FittedImplicitAls,
  ImplicitAls,
  type ImplicitAlsSettings,
} from "./models/factors/implicit-als.js";
export type { LearnedFactors } from "./models/factors/learned-factors.js";
export { Bpr, type BprSettings, type FittedBpr } from "./models/factors/negative-sampling/bpr.js";
export {
  type FittedLogisticMf,
  LogisticMf,
  type LogisticMfSettings,
} from "./models/factors/negative-sampling/logistic-mf.js";
export { type FittedWarp, Warp, type WarpSettings } from "./models/factors/negative-sampling/warp.js";
export { type FittedNmf, Nmf, type NmfSettings } from "./models/factors/nmf.js";
export { type FittedPureSvd, PureSvd, type PureSvdSettings } from "./models/factors/pure-svd.js";
export { SvdPlusPlus, type SvdPlusPlusSettings } from "./models/factors/svd-plus-plus.js";
export {
  CoClustering,
  type CoClusteringSettings,
  type CoClusters,
  type FittedCoClustering,
} from "./models/groups/co-clustering.js";
export {
  type GenreProfiles,
  type GenreProfilesOptions,
  genreProfiles,
} from "./models/groups/genre-profiles.js";
export {
  type GroupFavourite,
  type GroupFavouritesOptions,
  groupFavourites,
} from "./models/groups/group-favourites.js";
export {
  type FittedGroupPopularity,
  GroupPopularity,
  type GroupPopularitySettings,
} from "./models/groups/group-popularity.js";
export { type DbscanGrouping, groupUsers, type KMeansGrouping } from "./models/groups/group-users.js";
export { UserGroups } from "./models/groups/user-groups.js";
export { type UserVectors, type UserVectorsOptions, userVectors } from "./models/groups/user-vectors.js";
export { type FittedHybrid, Hybrid } from "./models/hybrid/hybrid.js";
export type { HybridOptions, HybridSettings } from "./models/hybrid/hybrid-settings.js";
export { type RatingFeaturesOptions, ratingFeatures } from "./models/hybrid/rating-features.js";
export { Ease, type EaseSettings } from "./models/item-weights/ease.js";
export type { FittedItemWeights } from "./models/item-weights/fitted-item-weights.js";
export { RandomWalk, type RandomWalkSettings } from "./models/item-weights/random-walk.js";
export { Slim, type SlimSettings } from "./models/item-weights/slim.js";
export {
  FactorizationMachine,
  type FactorizationMachineSettings,
  type FeatureExplanation,
  type FeatureShare,
  type FittedFactorizationMachine,
  type MachineSettings,
  type RatingDate,
  type RatingInterval,
} from "./models/machines/factorization-machine.js";
export type { MachineFeatures } from "./models/machines/machine-design.js";
export type { SideData } from "./models/machines/side-columns.js";
export type { Center } from "./models/neighbors/centering.js";
export { type CorrelationsOptions, correlationsWith } from "./models/neighbors/correlations-with.js";
export { countSimilarities, type SimilarityCount } from "./models/neighbors/count-similarities.js";
export {
  type FittedItemKnn,
  ItemKnn,
  type ItemKnnSettings,
} from "./models/neighbors/item-knn.js";
export type { KnnSettings, SimilarityName } from "./models/neighbors/knn-settings.js";
export { similarityMatrix } from "./models/neighbors/similarity-matrix.js";
export { type FittedSlopeOne, SlopeOne, type SlopeOneSettings } from "./models/neighbors/slope-one.js";
export { type FittedUserKnn, UserKnn, type UserKnnSettings } from "./models/neighbors/user-knn.js";
export { modelFromBuffer } from "./models/saving/model-from-buffer.js";
export { modelKinds } from "./models/saving/model-kinds.js";
export { modelToBuffer, type Savable } from "./models/saving/model-to-buffer.js";
export { readModel } from "./models/saving/read-model.js";
export type { LoadModelOptions } from "./models/saving/read-named-model.js";
export type { EarlyStoppingSettings, Learning } from "./models/training/early-stopping.js";
export type { ListLearning } from "./models/training/list-stopping.js";
export {
  BoostedTrees,
  type BoostedTreesSettings,
  type FittedBoostedTrees,
} from "./models/trees/boosted-trees.js";
export { FeatureTable } from "./models/trees/feature-table.js";
export type { Feedback } from "./ratings/feedback.js";
export type { FoldSettings } from "./ratings/fold-rows.js";
export { type Id, IdIndex } from "./ratings/id-index.js";
export type { IdType } from "./ratings/id-type.js";
export {
  type GivenInteraction,
  type Interaction,
  type InteractionColumns,
  Interactions,
  type InteractionsOptions,
} from "./ratings/interactions.js";
export { type ItemStatistics, itemStatistics } from "./ratings/item-statistics.js";
export { mergeItems } from "./ratings/merge-items.js";
export type { Rating, RatingScale } from "./ratings/rating.js";
export {
  type GivenRating,
  type IndexedRatings,
  type RatingColumns,
  type RatingOfItem,
  type RatingOfUser,
  Ratings,
  type RatingsOptions,
} from "./ratings/ratings.js";
export type { SkippedRows } from "./ratings/skipped-rows.js";
export { type CsrArrays, CsrMatrix, type Triplets } from "./sparse/csr-matrix.js";
export type { Progress, TaskOptions } from "./task/report-progress.js";
