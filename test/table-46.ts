import { top10Rows } from "../bench/lib/top10-rows.mjs";
import { evaluateRanking } from "../src/evaluation/experiments/evaluate-ranking.js";
import { givenSplit } from "../src/evaluation/splits/given-split.js";
import type { Split } from "../src/evaluation/splits/split.js";
import type { Model } from "../src/models/contract/model.js";
import { findDataset } from "../src/node/find-dataset.js";
import { Ratings } from "../src/ratings/ratings.js";

/** The split of ML-100K that table 46 compares rankers on. */
export function table46Split(): Split {
  const { train, test } = top10Rows(findDataset("ml-100k-top10"));
  return givenSplit(Ratings.from(train), Ratings.from(test));
}

/**
 * The row of a model: precision and recall of its ten best items, and their gain over the ideal one
 * of all relevant items.
 */
export function table46Row(model: Model): readonly [precision: number, recall: number, ndcg: number] {
  const { train, test } = table46Split();
  const { metrics } = evaluateRanking(model.fit(train), test, {
    metrics: ["precision@10", "recall@10", "ndcg-full@10"],
  });
  return [metrics["precision@10"], metrics["recall@10"], metrics["ndcg-full@10"]];
}
