// @module-tag slow
import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { evaluateRatings } from "../../src/evaluation/experiments/evaluate-ratings.js";
import { eachFold } from "../../src/evaluation/splits/k-folds.js";
import { Baseline } from "../../src/models/baselines/baseline.js";
import { CoClustering } from "../../src/models/groups/co-clustering.js";
import { FunkSvd } from "../../src/models/factors/funk-svd.js";
import { ItemKnn } from "../../src/models/neighbors/item-knn.js";
import type { Model } from "../../src/models/contract/model.js";
import { Nmf } from "../../src/models/factors/nmf.js";
import { NormalRandom } from "../../src/models/baselines/normal-random.js";
import { SlopeOne } from "../../src/models/neighbors/slope-one.js";
import { SvdPlusPlus } from "../../src/models/factors/svd-plus-plus.js";
import { UserKnn } from "../../src/models/neighbors/user-knn.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { datasetTest } from "../dataset-test.js";

interface Golden {
  readonly rmse: number;
  readonly mae: number;
  readonly first5: readonly (readonly [user: string, item: string, rating: number, estimate: number])[];
}

const file = new URL("./surprise-ml-100k-fold0.json", import.meta.url);
const golden: Record<string, Golden> = JSON.parse(readFileSync(file, "utf8")).models;

/** The same model here and there. Surprise's cosine and Pearson are over common raters only. */
const twins: Record<string, Model> = {
  NormalPredictor: new NormalRandom({ generator: "numpy" }),
  BaselineOnly: new Baseline(),
  "BaselineOnly sgd": new Baseline({ optimizer: "sgd" }),
  KNNBasic: new UserKnn({ similarity: "msd" }),
  "KNNBasic cosine item": new ItemKnn({ similarity: "cosine-common" }),
  "KNNBasic pearson item min_support 5": new ItemKnn({ similarity: "pearson", minCommon: 5 }),
  KNNWithMeans: new UserKnn({ similarity: "msd", center: "mean" }),
  KNNWithZScore: new UserKnn({ similarity: "msd", center: "z-score" }),
  KNNBaseline: new UserKnn({ similarity: "msd", center: "baseline" }),
  "KNNBaseline pearson_baseline item": new ItemKnn({ similarity: "pearson-baseline", center: "baseline" }),
  SlopeOne: new SlopeOne(),
  CoClustering: new CoClustering({ generator: "numpy" }),
  SVD: new FunkSvd({ generator: "numpy" }),
  "SVD unbiased": new FunkSvd({ biased: false, generator: "numpy" }),
  NMF: new Nmf({ generator: "numpy" }),
  SVDpp: new SvdPlusPlus({
    factors: 20,
    iterations: 20,
    learningRate: 0.007,
    learningRateDecay: 0,
    regularization: 0.02,
    biasRegularization: 0.02,
    implicitRegularization: 0.02,
    initialScale: 0.1,
    deferred: false,
    generator: "numpy",
  }),
};

describe("on fold 0 of ML-100K, as Surprise cuts it,", () => {
  for (const [name, model] of Object.entries(twins)) {
    const agrees = async () => {
      const { ratings } = await loadDataset("ml-100k");
      const [fold] = eachFold(ratings, { folds: 5, seed: 0, generator: "numpy" });
      const { train, test } = fold!;
      const { rmse, mae, predictions } = evaluateRatings(model.fit(train), test);
      const theirs = golden[name]!;
      for (const [row, [user, item, rating, estimate]] of theirs.first5.entries()) {
        expect(test.at(row)).toMatchObject({ userId: Number(user), itemId: Number(item), rating });
        expect(Math.abs(predictions[row]! - estimate)).toBeLessThan(1e-9);
      }
      expect(Math.abs(rmse - theirs.rmse)).toBeLessThan(1e-9);
      expect(Math.abs(mae - theirs.mae)).toBeLessThan(1e-9);
    };
    datasetTest("ml-100k", `${name} gives Surprise's errors and first five estimates`, agrees, { timeout: 300_000 });
  }
});
