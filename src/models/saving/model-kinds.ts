import { Baseline } from "../baselines/baseline.js";
import { GlobalMean } from "../baselines/global-mean.js";
import { MeanRating } from "../baselines/mean-rating.js";
import { NormalRandom } from "../baselines/normal-random.js";
import { Popularity } from "../baselines/popularity.js";
import { ContentSimilarity } from "../content/content-similarity.js";
import { GenreContent } from "../content/genre-content.js";
import { Blend } from "../ensembles/blend.js";
import { Fallback } from "../ensembles/fallback.js";
import { RankBlend } from "../ensembles/rank-blend.js";
import { BatchFactorization } from "../factors/batch-factorization.js";
import { ExplicitAls } from "../factors/explicit-als.js";
import { FunkSvd } from "../factors/funk-svd.js";
import { ImplicitAls } from "../factors/implicit-als.js";
import { Bpr } from "../factors/negative-sampling/bpr.js";
import { LogisticMf } from "../factors/negative-sampling/logistic-mf.js";
import { Warp } from "../factors/negative-sampling/warp.js";
import { Nmf } from "../factors/nmf.js";
import { PureSvd } from "../factors/pure-svd.js";
import { SvdPlusPlus } from "../factors/svd-plus-plus.js";
import { CoClustering } from "../groups/co-clustering.js";
import { GroupPopularity } from "../groups/group-popularity.js";
import { Hybrid } from "../hybrid/hybrid.js";
import { Ease } from "../item-weights/ease.js";
import { RandomWalk } from "../item-weights/random-walk.js";
import { Slim } from "../item-weights/slim.js";
import { FactorizationMachine } from "../machines/factorization-machine.js";
import { ItemKnn } from "../neighbors/item-knn.js";
import { SlopeOne } from "../neighbors/slope-one.js";
import { UserKnn } from "../neighbors/user-knn.js";

/** All recommenders that reelbook has: the kinds that `modelFromBuffer` and `loadModel` read. */
export const modelKinds = [
  Baseline,
  BatchFactorization,
  Blend,
  Bpr,
  CoClustering,
  ContentSimilarity,
  Ease,
  ExplicitAls,
  FactorizationMachine,
  Fallback,
  FunkSvd,
  GenreContent,
  GlobalMean,
  GroupPopularity,
  Hybrid,
  ImplicitAls,
  ItemKnn,
  LogisticMf,
  MeanRating,
  Nmf,
  NormalRandom,
  Popularity,
  PureSvd,
  RandomWalk,
  RankBlend,
  Slim,
  SlopeOne,
  SvdPlusPlus,
  UserKnn,
  Warp,
] as const;
