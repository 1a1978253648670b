import fc from "fast-check";
import { expect, test } from "vitest";
import { funkSvdPass } from "../../../src/reference/factors/funk-svd.js";
import { svdPlusPlusPass } from "../../../src/reference/factors/svd-plus-plus.js";
import { copyOf, factorCases } from "../../kernels/factors/factor-cases.js";

test.each([false, true])("updates all numbers as worked out on paper, deferred: %s", (deferred) => {
  const model = {
    mean: 3,
    userBiases: [0],
    itemBiases: [0],
    userFactors: [[1]],
    itemFactors: [[2]],
    implicitFactors: [[0.5]],
  };
  // √n = 1, estimate = 3 + 2 × (1 + 0.5) = 6, error = 1.
  svdPlusPlusPass([{ user: 0, item: 0, rating: 7 }], model, {
    learningRate: 0.1,
    regularization: 0.5,
    biasRegularization: 0,
    implicitRegularization: 1,
    deferred,
  });
  expect(model.userBiases[0]).toBeCloseTo(0.1, 15);
  expect(model.itemBiases[0]).toBeCloseTo(0.1, 15);
  expect(model.userFactors[0]![0]).toBeCloseTo(1 + 0.1 * (2 - 0.5), 15);
  expect(model.itemFactors[0]![0]).toBeCloseTo(2 + 0.1 * (1.5 - 1), 15);
  expect(model.implicitFactors[0]![0]).toBeCloseTo(0.5 + 0.1 * (2 - 0.5), 15);
});

test("deferred, two ratings of a user make one step of both implicit factors", () => {
  const model = {
    mean: 0,
    userBiases: [0],
    itemBiases: [0, 0],
    userFactors: [[0]],
    itemFactors: [[1], [1]],
    implicitFactors: [[0], [2]],
  };
  const ratings = [
    { user: 0, item: 0, rating: 2 },
    { user: 0, item: 1, rating: 3 },
  ];
  // Σ y_j / √n = 2 / √2 = √2. Errors: 2 − √2, then 3 − √2 − what p_u and b_u have gained.
  const [first, second] = [2 - Math.SQRT2, 3 - Math.SQRT2 - 2 * 0.1 * (2 - Math.SQRT2)];
  svdPlusPlusPass(ratings, model, {
    learningRate: 0.1,
    regularization: 0,
    implicitRegularization: 1,
    deferred: true,
  });
  const gradient = (first + second) / Math.SQRT2;
  expect(model.implicitFactors[0]![0]).toBeCloseTo(0.1 * gradient, 14);
  expect(model.implicitFactors[1]![0]).toBeCloseTo(2 + 0.1 * (gradient - 2), 14);
});

test("equals Funk's SVD for one rating where implicit factors are 0", () => {
  fc.assert(
    fc.property(factorCases(), ({ ratings, ...start }) => {
      const model = () => ({
        mean: 3,
        userBiases: [...start.userBiases],
        itemBiases: [...start.itemBiases],
        userFactors: copyOf(start.userFactors),
        itemFactors: copyOf(start.itemFactors),
      });
      const funk = model();
      const plusPlus = { ...model(), implicitFactors: start.implicitFactors.map((row) => row.map(() => 0)) };
      const step = { learningRate: 0.1, regularization: 0.2 };
      funkSvdPass(ratings.slice(0, 1), funk, step);
      svdPlusPlusPass(ratings.slice(0, 1), plusPlus, step);
      for (const key of ["userBiases", "itemBiases", "userFactors", "itemFactors"] as const) {
        for (const [k, value] of funk[key].flat().entries())
          expect(plusPlus[key].flat()[k]).toBeCloseTo(value, 12);
      }
    }),
  );
});
