import { expect, test } from "vitest";
import { listSerendipity } from "../../../src/evaluation/metrics/list-serendipity.js";

const likeness: Record<string, number> = {
  "Heat Casino": 0.5,
  "Heat Clue": 0.25,
  "Her Casino": 1,
  "Her Clue": 0.5,
};
const similarity = (item: string, known: string) => likeness[`${item} ${known}`] ?? 0;
const history = ["Casino", "Clue"];

test("is the mean over all places of what is relevant and unlike the history, by hand", () => {
  const items = ["Heat", "Her", "Help!"];
  // Heat is unlike by 1 − 0.375, Her by 1 − 0.75, Help! is no hit.
  expect(listSerendipity({ items, hits: [1, 1, 0], history }, similarity)).toBeCloseTo(
    (0.625 + 0.25) / 3,
    15,
  );
  expect(listSerendipity({ items, hits: [0, 0, 0], history }, similarity)).toBe(0);
  expect(listSerendipity({ items, hits: [0, 0, 1], history }, similarity)).toBeCloseTo(1 / 3, 15);
});

test("is not defined without a list or a history", () => {
  expect(listSerendipity({ items: [], hits: [], history }, similarity)).toBeNaN();
  expect(listSerendipity({ items: ["Heat"], hits: [1], history: [] }, similarity)).toBeNaN();
  expect(listSerendipity({ items: ["Heat"], hits: [1], history }, () => Number.NaN)).toBeNaN();
});
