import { expect, test } from "vitest";
import { listDiversity } from "../../../src/evaluation/metrics/list-diversity.js";

test("listDiversity is the mean dissimilarity of all pairs", () => {
  const genres = (first: string, second: string) => (first[0] === second[0] ? 1 : 0);
  expect(listDiversity(["a1", "a2", "b1"], genres)).toBeCloseTo(2 / 3, 15);
  expect(listDiversity(["a1", "a2"], genres)).toBe(0);
  expect(listDiversity(["a1"], genres)).toBeNaN();
  expect(listDiversity([], genres)).toBeNaN();
});
