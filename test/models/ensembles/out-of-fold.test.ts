import { expect, test } from "vitest";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { outOfFold } from "../../../src/models/ensembles/out-of-fold.js";
import { SlopeOne } from "../../../src/models/neighbors/slope-one.js";
import { smallRatings } from "../contract/conformance.js";

const eachAlone = { folds: smallRatings.count, seed: 1, generator: "reelbook" } as const;

test("each rating is predicted by models fitted to all others, or by their partial score", () => {
  const [baselines, slopes] = outOfFold([new Baseline(), new SlopeOne()], smallRatings, eachAlone);
  for (const [row, { userId, itemId }] of [...smallRatings].entries()) {
    const others = smallRatings.filter((each) => each.userId !== userId || each.itemId !== itemId);
    const [user, item] = [others.users.indexOf(userId), others.items.indexOf(itemId)];
    expect(baselines![row]).toBeCloseTo(new Baseline().fit(others).partialScore(user, item), 12);
    const slope = new SlopeOne().fit(others).predict(userId, itemId);
    if (Number.isNaN(slope)) expect(slopes![row]).toBeNaN();
    else expect(slopes![row]).toBeCloseTo(slope, 12);
  }
  // No other user has rated e.
  expect(baselines![0]).not.toBeNaN();
  expect(slopes![0]).toBeNaN();
});

test("the same seed cuts the same folds", () => {
  const settings = { folds: 3, seed: 7, generator: "numpy" } as const;
  const [first, again] = [1, 2].map(() => outOfFold([new Baseline()], smallRatings, settings));
  expect(first).toEqual(again);
  expect(outOfFold([new Baseline()], smallRatings, { ...settings, seed: 8 })).not.toEqual(first);
});

test("a model whose scores only rank is refused", () => {
  expect(() => outOfFold([new Popularity()], smallRatings, eachAlone)).toThrow(
    "Popularity: its scores rank items and are not stars",
  );
});
