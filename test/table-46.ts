import { readFileSync } from "node:fs";
import { join } from "node:path";
import { evaluateRanking } from "../src/evaluation/evaluate-ranking.js";
import { givenSplit } from "../src/evaluation/given-split.js";
import type { Split } from "../src/evaluation/split.js";
import type { Model } from "../src/models/model.js";
import { findDataset } from "../src/node/find-dataset.js";
import { Ratings } from "../src/ratings/ratings.js";

/**
 * The split of ML-100K that table 46 compares rankers on: Ferrari Dacrema et al., A troubling analysis of reproducibility and
 * progress in recommender systems research, ACM TOIS 39 (2021). Every rating counts as 1.
 */
export function table46Split(): Split {
  const rowsOf = (file: string) =>
    readFileSync(join(findDataset("ml-100k-top10"), file), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number));
  const train = rowsOf("train.rating").map(([userId, itemId]) => ({
    userId: userId!,
    itemId: itemId!,
    rating: 1,
  }));
  const test = rowsOf("test.rating").flatMap(([userId, ...itemIds]) =>
    itemIds.map((itemId) => ({ userId: userId!, itemId, rating: 1 })),
  );
  return givenSplit(Ratings.from(train), Ratings.from(test));
}

/** The row of a model: precision and recall of its ten best items, and their gain over the ideal one of all relevant items. */
export function table46Row(model: Model): readonly [precision: number, recall: number, ndcg: number] {
  const { train, test } = table46Split();
  const { metrics } = evaluateRanking(model.fit(train), test, {
    metrics: ["precision@10", "recall@10", "ndcg-full@10"],
  });
  return [metrics["precision@10"], metrics["recall@10"], metrics["ndcg-full@10"]];
}
