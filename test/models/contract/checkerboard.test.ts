import { describe, expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { NormalRandom } from "../../../src/models/baselines/normal-random.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { ContentSimilarity } from "../../../src/models/content/content-similarity.js";
import { GenreContent } from "../../../src/models/content/genre-content.js";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import type { FittedModel, Model, OwnRating } from "../../../src/models/contract/model.js";
import type { RecommendOptions } from "../../../src/models/contract/recommend-options.js";
import { Blend } from "../../../src/models/ensembles/blend.js";
import { Fallback } from "../../../src/models/ensembles/fallback.js";
import { RankBlend } from "../../../src/models/ensembles/rank-blend.js";
import { BatchFactorization } from "../../../src/models/factors/batch-factorization.js";
import { ExplicitAls } from "../../../src/models/factors/explicit-als.js";
import { FunkSvd } from "../../../src/models/factors/funk-svd.js";
import { ImplicitAls } from "../../../src/models/factors/implicit-als.js";
import { Bpr } from "../../../src/models/factors/negative-sampling/bpr.js";
import { LogisticMf } from "../../../src/models/factors/negative-sampling/logistic-mf.js";
import { Warp } from "../../../src/models/factors/negative-sampling/warp.js";
import { Nmf } from "../../../src/models/factors/nmf.js";
import { PureSvd } from "../../../src/models/factors/pure-svd.js";
import { SvdPlusPlus } from "../../../src/models/factors/svd-plus-plus.js";
import { CoClustering } from "../../../src/models/groups/co-clustering.js";
import { GroupPopularity } from "../../../src/models/groups/group-popularity.js";
import { Hybrid } from "../../../src/models/hybrid/hybrid.js";
import { Ease } from "../../../src/models/item-weights/ease.js";
import { RandomWalk } from "../../../src/models/item-weights/random-walk.js";
import { Slim } from "../../../src/models/item-weights/slim.js";
import { FactorizationMachine } from "../../../src/models/machines/factorization-machine.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { SlopeOne } from "../../../src/models/neighbors/slope-one.js";
import { UserKnn } from "../../../src/models/neighbors/user-knn.js";
import { modelKinds } from "../../../src/models/saving/model-kinds.js";
import type { Id } from "../../../src/ratings/id-index.js";
import type { Ratings } from "../../../src/ratings/ratings.js";
import { checkerboard, choices, predictsTheCheckerboard, ranksTheCheckerboard } from "./checkerboard.js";

const knn = { similarity: "pearson", neighbors: 5, minCommon: 3 } as const;
const descent = { factors: 2, iterations: 300, learningRate: 0.02, regularization: 0.005, initialScale: 0.1 };
const colors = checkerboard.items.ids.map((itemId) => ({
  itemId,
  genres: [Number(itemId) % 2 === 0 ? "even" : "odd"],
}));

/** Personalised models that predict stars. */
const raters: Model[] = [
  new ItemKnn(knn),
  new UserKnn(knn),
  new FunkSvd(descent),
  new SvdPlusPlus({ ...descent, implicitRegularization: 0.1 }),
  new Nmf({ factors: 2, iterations: 300, regularization: 0.05 }),
  new ExplicitAls({ factors: 2, iterations: 30, regularization: 0.01 }),
  new BatchFactorization({ factors: 2, regularization: 0.1, center: "item-mean" }),
  new FactorizationMachine({ factors: 2, iterations: 100 }),
  new CoClustering({ userClusters: 2, itemClusters: 2, seed: 1 }),
  new Blend([new ItemKnn(knn), new Baseline()]),
  new Fallback([new ItemKnn(knn), new Baseline()]),
  new Hybrid([new ItemKnn(knn)], { trees: { trees: 50, minRows: 1 } }),
  new GenreContent({ damping: 0.1 }).of(colors),
  new ContentSimilarity({ damping: 0.1 }).of({
    items: SideFeatures.from(colors.map(({ itemId, genres }) => ({ id: itemId, genres }))),
  }),
];

/** Personalised models that only rank. */
const rankers: Model[] = [
  new ImplicitAls({ factors: 2, regularization: 0.01 }),
  new LogisticMf({ factors: 2, iterations: 100, regularization: 0.1 }),
  new Bpr({ factors: 2, iterations: 300, learningRate: 0.05 }),
  new Warp({ factors: 2 }),
  new PureSvd({ factors: 2 }),
  new Ease({ regularization: 5 }),
  new Slim({ regularization: 1, l1Regularization: 0.01 }),
  new RandomWalk(),
  new GroupPopularity({ factors: 2, groups: 2 }),
  new RankBlend([new Ease({ regularization: 5 }), new Popularity()], { weights: [1, 0.1] }),
];

/**
 * Models that cannot see the pattern: the score of user 0 and item 0, which is withheld, by their
 * formula.
 */
const formulas: readonly (readonly [Model, (ratings: typeof checkerboard) => number])[] = [
  [new GlobalMean(), (ratings) => ratings.mean],
  [new Popularity(), (ratings) => ratings.ofItem(0).length],
  [
    new MeanRating({ damping: 5 }),
    (ratings) => {
      const own = ratings.ofItem(0).map(({ rating }) => rating);
      return (sum(own) + 5 * ratings.mean) / (own.length + 5);
    },
  ],
  [
    new Baseline({ iterations: 1 }),
    (ratings) => {
      const { mean } = ratings;
      const residuals = ratings.ofItem(0).map(({ rating }) => rating - mean);
      const itemBias = (itemId: unknown) => {
        const each = ratings.ofItem(itemId as number).map(({ rating }) => rating - mean);
        return sum(each) / (each.length + 10);
      };
      const own = ratings.ofUser(0).map(({ itemId, rating }) => rating - mean - itemBias(itemId));
      return mean + sum(own) / (own.length + 15) + sum(residuals) / (residuals.length + 10);
    },
  ],
  [
    new SlopeOne(),
    (ratings) => {
      const own = ratings.ofUser(0);
      const deviations = own.map(({ itemId }) => {
        const both = ratings.ofItem(0).filter(({ userId }) => !Number.isNaN(ratings.get(userId, itemId)));
        return sum(both.map(({ userId, rating }) => rating - ratings.get(userId, itemId))) / both.length;
      });
      return sum(own.map(({ rating }) => rating)) / own.length + sum(deviations) / deviations.length;
    },
  ],
];

test.each(raters.map((model) => [model.name, model] as const))(
  "%s fills in the withheld half of the checkerboard",
  (_, model) => predictsTheCheckerboard(model),
);

test.each(rankers.map((model) => [model.name, model] as const))(
  "%s ranks the withheld half of the checkerboard first",
  (_, model) => ranksTheCheckerboard(model),
);

test.each(formulas.map(([model, answer]) => [model.name, model, answer] as const))(
  "%s gives the answer of its formula",
  (_, model, answer) => {
    expect(checkerboard.get(0, 0)).toBeNaN();
    expect(model.fit(checkerboard).predict(0, 0)).toBeCloseTo(answer(checkerboard), 10);
  },
);

test("NormalRandom draws from the normal distribution of the ratings", () => {
  const fitted = new NormalRandom({ generator: "numpy", seed: 3 }).fit(checkerboard);
  const { values, mean } = checkerboard;
  const deviation = Math.sqrt(sum([...values].map((value) => (value - mean) ** 2)) / values.length);
  const draws = random({ generator: "numpy", seed: 3 });
  const expected = [0, 1, 2].map(() => mean + deviation * draws.normal());
  const pairs = [0, 1, 2].map((itemId) => ({ userId: 0, itemId }));
  for (const [place, score] of fitted.predictMany(pairs).entries())
    expect(score).toBeCloseTo(expected[place]!, 10);
});

test("every kind of model is here", () => {
  const here = [...raters, ...rankers, ...formulas.map(([model]) => model), new NormalRandom()];
  const names = here.map(({ name }) => name);
  expect(names.sort()).toEqual(modelKinds.map(({ kind }) => kind).sort());
});

describe("the checkerboard", () => {
  test.each([
    ["that ranks backwards", () => ranksTheCheckerboard(backwards(new Ease({ regularization: 5 })))],
    ["that predicts backwards", () => predictsTheCheckerboard(backwards(new ItemKnn(knn)))],
    ["that recommends the same to all", () => ranksTheCheckerboard(new Popularity())],
    ["that predicts the same for all", () => predictsTheCheckerboard(new Baseline())],
  ])("fails a model %s", (_, check) => expect(check).toThrow());

  test("has as many bright as dark cells, near enough", () => {
    expect(choices.count / checkerboard.count).toBeCloseTo(0.5, 1);
  });
});

/**
 * A model that recommends another one's list from its end, and predicts 6 − r where that predicts
 * r.
 */
function backwards(model: Model): Model {
  const turned = (fitted: FittedModel) => ({
    name: `${fitted.name} backwards`,
    predict: (userId: Id, itemId: Id) => 6 - fitted.predict(userId, itemId),
    recommend: (userId: Id, { count }: RecommendOptions) =>
      fitted.recommend(userId, { count: 999 }).reverse().slice(0, count),
    foldIn: (ratings: OwnRating[]) => fitted.foldIn(ratings),
  });
  return { ...model, fit: (ratings: Ratings) => turned(model.fit(ratings)) as unknown as FittedModel };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
