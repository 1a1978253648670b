import { expect, test } from "vitest";
import { miscalibration } from "../../../src/evaluation/metrics/miscalibration.js";
import { calibratedRecommendations } from "../../../src/evaluation/reranking/calibrated-recommendations.js";

/** Items r1, r2 … are romances and t1, t2 … thrillers. */
const categories = (itemId: unknown) =>
  String(itemId) === "none" ? [] : [String(itemId)[0] === "r" ? "romance" : "thriller"];
const history = ["r1", "r2", "r3", "r4", "r5", "r6", "r7", "t1", "t2", "t3"];
const romances = Array.from({ length: 10 }, (_, k) => ({ itemId: `r${k + 10}`, score: 40 - k }));
const thrillers = Array.from({ length: 10 }, (_, k) => ({ itemId: `t${k + 10}`, score: 20 - k }));
const list = [...romances, ...thrillers];

test("seven romances and three thrillers in the history give as many in the list (Steck's example)", () => {
  const chosen = calibratedRecommendations(list, { history, categories, calibration: 0.99, count: 10 });
  const initials = chosen.map(({ itemId }) => String(itemId)[0]);
  expect(initials.filter((each) => each === "t")).toHaveLength(3);
  const weights = ["r", "t"].map((name) => initials.filter((each) => each === name).length);
  expect(miscalibration([7, 3], weights)).toBeCloseTo(0, 12);
  // Within a category the better items come first.
  const scores = chosen.filter(({ itemId }) => String(itemId)[0] === "t").map(({ score }) => score);
  expect(scores).toEqual([20, 19, 18]);
});

test("without calibration it is the beginning of the list", () => {
  expect(calibratedRecommendations(list, { history, categories, calibration: 0, count: 5 })).toEqual(
    list.slice(0, 5),
  );
});

test("each choice is the best by the definition", () => {
  const calibration = 0.7;
  const chosen = calibratedRecommendations(list, { history, categories, calibration, count: 6 });
  for (let place = 0; place < chosen.length; place++) {
    const before = chosen.slice(0, place);
    const value = (each: (typeof list)[number]) => {
      const all = [...before, each].map(({ itemId }) => String(itemId)[0]);
      const weights = ["r", "t"].map((name) => all.filter((initial) => initial === name).length);
      return ((1 - calibration) * (each.score - 11)) / 29 - calibration * miscalibration([7, 3], weights);
    };
    const best = Math.max(...list.filter((each) => !before.includes(each)).map(value));
    expect(value(chosen[place] as (typeof list)[number])).toBeCloseTo(best, 12);
  }
});

test("items without a category come last; a history without one is refused, and wrong options", () => {
  const some = [{ itemId: "none", score: 9 }, ...romances.slice(0, 2)];
  const chosen = calibratedRecommendations(some, { history, categories, count: 3 });
  expect(chosen[0]).toEqual(romances[0]);
  expect(chosen).toHaveLength(3);
  const wrong = (options: object) => () =>
    calibratedRecommendations(list, { history, categories, ...options });
  expect(wrong({ history: [] })).toThrow("the history has no item with a category");
  expect(wrong({ calibration: -1 })).toThrow("calibration: -1 is not a share from 0 to 1");
  expect(wrong({ count: 0.5 })).toThrow("count: 0.5 is not a whole number");
});
