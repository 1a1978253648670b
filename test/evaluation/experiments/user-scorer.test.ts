import { expect, test } from "vitest";
import { scorerInOrder, userScorer } from "../../../src/evaluation/experiments/user-scorer.js";
import { ratingsOf } from "../made-up-ratings.js";
import { TableModel } from "../table-model.js";

/** Of the items a, b, c. */
const train = ratingsOf([
  [1, "a", 5],
  [1, "c", 1],
  [2, "b", 3],
]);
/**
 * Users of train get 10 × their id; for others each item has the rating that they gave it, or 0.
 */
const fitted = new TableModel({
  score: (userId) => 10 * Number(userId),
  scoreNew: (itemId, rated) => rated.get(itemId) ?? 0,
}).fit(train);

test("a user of train is scored from train, whatever else is given", () => {
  const scores = new Float64Array(3);
  const rated = userScorer(fitted, ratingsOf([[1, "b", 4]]))(1, scores);
  expect([...scores]).toEqual([10, 10, 10]);
  expect([...rated]).toEqual([0, 1]);
});

test("another user is folded in from the given ratings of items that the model knows", () => {
  const given = ratingsOf([
    [9, "unheard of", 2],
    [9, "b", 4],
    [8, "a", 1],
  ]);
  const scores = new Float64Array(3);
  const rated = userScorer(fitted, given)(9, scores);
  const b = fitted.items.indexOf("b");
  expect([...rated]).toEqual([b]);
  expect([...scores]).toEqual(Array.from({ length: 3 }, (_, item) => (item === b ? 4 : 0)));
});

test("a user of whom nothing is given has rated nothing", () => {
  const scores = new Float64Array(3).fill(7);
  expect([...userScorer(fitted)(9, scores)]).toEqual([]);
  expect([...scores]).toEqual([0, 0, 0]);
  expect([...userScorer(fitted, ratingsOf([[8, "a", 1]]))(9, scores)]).toEqual([]);
});

test("in a known order, users of train and others get the same scores as alone", () => {
  const given = ratingsOf([[9, "b", 4]]);
  const ids = [2, 9, 1, 8, 2, 1];
  const inOrder = scorerInOrder(fitted, ids, given);
  const alone = userScorer(fitted, given);
  for (const userId of ids) {
    const [scores, expected] = [new Float64Array(3), new Float64Array(3)];
    expect([...inOrder.score(userId, scores)]).toEqual([...alone(userId, expected)]);
    expect([...scores]).toEqual([...expected]);
  }
  inOrder.close();
});
