import { expect, test } from "vitest";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { NormalRandom } from "../../../src/models/baselines/normal-random.js";
import { GenreContent } from "../../../src/models/content/genre-content.js";
import { checkNotEmpty, checkRatings } from "../../../src/models/contract/check-ratings.js";
import type { Model } from "../../../src/models/contract/model.js";
import { Blend } from "../../../src/models/ensembles/blend.js";
import { BatchFactorization } from "../../../src/models/factors/batch-factorization.js";
import { ExplicitAls } from "../../../src/models/factors/explicit-als.js";
import { FunkSvd } from "../../../src/models/factors/funk-svd.js";
import { Nmf } from "../../../src/models/factors/nmf.js";
import { SvdPlusPlus } from "../../../src/models/factors/svd-plus-plus.js";
import { CoClustering } from "../../../src/models/groups/co-clustering.js";
import { Hybrid } from "../../../src/models/hybrid/hybrid.js";
import { FactorizationMachine } from "../../../src/models/machines/factorization-machine.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { SlopeOne } from "../../../src/models/neighbors/slope-one.js";
import { UserKnn } from "../../../src/models/neighbors/user-knn.js";
import { modelKinds } from "../../../src/models/saving/model-kinds.js";
import { Interactions } from "../../../src/ratings/interactions.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { smallRatings } from "./conformance.js";

const interactions = Interactions.from([{ userId: 1, itemId: 2, weight: 3 }]);

test("checkRatings lets ratings pass", () => {
  expect(() => checkRatings("FunkSvd", smallRatings)).not.toThrow();
});

test.each<Model>([
  new Baseline(),
  new BatchFactorization(),
  new Blend([new GlobalMean()]),
  new CoClustering(),
  new ExplicitAls(),
  new FactorizationMachine(),
  new FunkSvd(),
  new GenreContent().of([{ itemId: 2, genres: ["Drama"] }]),
  new GlobalMean(),
  new Hybrid([new GlobalMean()]),
  new ItemKnn(),
  new MeanRating(),
  new Nmf(),
  new NormalRandom(),
  new SlopeOne(),
  new SvdPlusPlus(),
  new UserKnn(),
])("$name predicts ratings and refuses interactions", (model) => {
  const sentence = `${model.name} predicts ratings, and interactions have none; take a model that ranks`;
  expect(() => model.fit(interactions)).toThrow(sentence);
  expect(() => model.fit(interactions)).toThrow(RangeError);
});

test("checkNotEmpty names what there is none of", () => {
  expect(() => checkNotEmpty(interactions)).not.toThrow();
  expect(() => checkNotEmpty(Interactions.from([]))).toThrow(
    new RangeError("there are no interactions to fit to"),
  );
});

// The others are made of items or of models.
const alone = ["Bpr", "Ease", "FunkSvd", "ImplicitAls", "LogisticMf", "Popularity", "RandomWalk", "Warp"];
test.each(alone)("%s has one sentence for ratings and interactions without a row", (name) => {
  const kind = modelKinds.find((each) => each.kind === name) as unknown as new () => Model;
  expect(() => new kind().fit(Ratings.from([]))).toThrow(new RangeError("there are no ratings to fit to"));
  const sentence = /^there are no interactions to fit to$|, and interactions have none; take a model that/;
  expect(() => new kind().fit(Interactions.from([]))).toThrow(sentence);
});

test("TypeScript refuses interactions for a model that predicts ratings", () => {
  // @ts-expect-error Interactions are no Ratings.
  expect(() => new FunkSvd().fit(interactions)).toThrow();
});
