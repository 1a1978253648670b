import { expect, test } from "vitest";
import { scaledScores } from "../../../src/evaluation/reranking/scaled-scores.js";

test("scores become 0 to 1, and equal ones 1", () => {
  const list = [3, 1, 2].map((score, itemId) => ({ itemId, score }));
  expect([...scaledScores(list)]).toEqual([1, 0, 0.5]);
  expect([...scaledScores([{ itemId: 1, score: 7 }])]).toEqual([1]);
  expect([...scaledScores([])]).toEqual([]);
});
