import { expect, test } from "vitest";
import { notebook } from "./notebook.js";

const { recorded, errorOf } = notebook("01-explore-ratings");

/** TUTORIALS C1: the tutorial's numbers on ml-latest-small, recomputed from the data. */
test("the numbers of the tutorial's first step come back", () => {
  const records = recorded();
  expect(records.movies).toBe(9742);
  expect(records.ratings).toBe(100836);
  expect(records.users).toBe(610);
  expect(records["rated movies"]).toBe(9724);
  expect(records.mean).toBeCloseTo(3.501557, 6);
  expect(records["standard deviation"]).toBeCloseTo(1.042529, 6);
  expect(records.quartiles).toEqual([3, 3.5, 4]);
  expect(records.sparsity).toBeCloseTo(1 - 100836 / (610 * 9724), 12);
});

test("a person without ratings is an error that names the parameter", async () => {
  expect(await errorOf({ userId: "99999" })).toContain("userId is 99999, who has no ratings here");
});
