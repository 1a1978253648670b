import { readFileSync } from "node:fs";
import fc from "fast-check";
import { Matrix, solve } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { leastSquaresWeights } from "../../../src/kernels/dense/least-squares-weights.js";
import { writeProducts } from "../../../src/kernels/dense/weighted-products.js";
import type { AlsEquations } from "../../../src/kernels/factors/als-equations.js";
import { solveAlsSide } from "../../../src/kernels/factors/als-side.js";
import { solvePositiveAlsSide } from "../../../src/kernels/factors/als-side-positive.js";
import { stepAlsSide } from "../../../src/kernels/factors/als-side-steps.js";
import { random } from "../../../src/math/random.js";
import { type AlsOptimizer, ImplicitAls } from "../../../src/models/factors/implicit-als.js";
import { implicitEquations } from "../../../src/models/factors/implicit-equations.js";
import { holdBack } from "../../../src/models/training/early-stopping.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { implicitCost } from "../../../src/reference/factors/als-side.js";
import { CsrMatrix } from "../../../src/sparse/csr-matrix.js";
import { datasetTest } from "../../dataset-test.js";
import { table46Row } from "../../table-46.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new ImplicitAls({ factors: 3, iterations: 3 }));
conformance(new ImplicitAls({ factors: 2, iterations: 2, optimizer: "cholesky", binary: false, alpha: 1 }));
conformance(
  new ImplicitAls({ factors: 3, iterations: 3, alpha: 0, regularizationPower: 0, regularization: 1 }),
);

conformance(new ImplicitAls({ factors: 3, iterations: 5, positiveOnly: true, regularization: 0.1 }));
conformance(new ImplicitAls({ factors: 2, iterations: 3, positiveOnly: true, alpha: 0, binary: false }));

const OPTIMIZERS: readonly AlsOptimizer[] = ["conjugate-gradient", "cholesky"];

/** Both sides of a dense matrix, whose zeros are gaps. */
function sidesOf(values: readonly number[][]): { byUser: CsrMatrix; byItem: CsrMatrix } {
  const entries = values
    .flatMap((row, user) => row.map((value, item) => ({ user, item, value })))
    .filter(({ value }) => value > 0);
  const users = Int32Array.from(entries, ({ user }) => user);
  const items = Int32Array.from(entries, ({ item }) => item);
  const numbers = Float64Array.from(entries, ({ value }) => value);
  const [rowCount, columnCount] = [values.length, values[0]!.length];
  return {
    byUser: CsrMatrix.fromTriplets({ rowCount, columnCount, rows: users, columns: items, values: numbers }),
    byItem: CsrMatrix.fromTriplets({
      rowCount: columnCount,
      columnCount: rowCount,
      rows: items,
      columns: users,
      values: numbers,
    }),
  };
}

function solveSide(
  optimizer: AlsOptimizer,
  side: AlsEquations,
  otherValues: Float64Array,
  intoValues: Float64Array,
) {
  const width = intoValues.length / side.weights.rowCount;
  const others = { values: otherValues, width };
  const into = { values: intoValues, width };
  const base = new Float64Array(width * width);
  writeProducts(others, base);
  if (optimizer === "cholesky") solveAlsSide(side, base, others, into);
  else stepAlsSide(side, base, others, 3, into);
}

const rowsOf = (flat: Float64Array, width: number) =>
  Array.from({ length: flat.length / width }, (_, row) => [...flat.subarray(row * width, (row + 1) * width)]);

describe("ImplicitAls", () => {
  test.each(OPTIMIZERS)(
    "one sweep by %s from the same start is that of the package implicit",
    (optimizer) => {
      const golden = JSON.parse(
        readFileSync(new URL("../../golden/implicit-als.json", import.meta.url), "utf8"),
      );
      const { confidences, regularization, start } = golden;
      const { byUser, byItem } = sidesOf(
        confidences.map((row: number[]) => row.map((c) => Math.max(0, c - 1))),
      );
      const weighting = { alpha: 1, regularization, regularizationPower: 0, binary: false };
      const users = Float64Array.from(start.userFactors as number[]);
      const items = Float64Array.from(start.itemFactors as number[]);
      solveSide(optimizer, implicitEquations(byUser, weighting), items, users);
      solveSide(optimizer, implicitEquations(byItem, weighting), users, items);
      for (const [k, value] of golden[optimizer].userFactors.entries())
        expect(users[k]).toBeCloseTo(value, 12);
      for (const [k, value] of golden[optimizer].itemFactors.entries())
        expect(items[k]).toBeCloseTo(value, 12);
    },
  );

  const matrices = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
    .chain(([users, items]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: items, maxLength: items }), {
        minLength: users,
        maxLength: users,
      }),
    )
    .filter((values) => values.every((row) => row.some((value) => value > 0)));

  test.each(OPTIMIZERS)("the cost over all pairs falls each time a side is solved for by %s", (optimizer) => {
    fc.assert(
      fc.property(
        matrices,
        fc.record({
          alpha: fc.double({ min: 0, max: 10, noNaN: true }),
          regularization: fc.double({ min: 0.01, max: 2, noNaN: true }),
          regularizationPower: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        fc.nat(1000),
        (values, weighting, seed) => {
          const width = 3;
          const { byUser, byItem } = sidesOf(values);
          const draws = random({ seed });
          const users = new Float64Array(byUser.rowCount * width).map(() => draws.normal());
          const items = new Float64Array(byItem.rowCount * width).map(() => draws.normal());
          const settings = { ...weighting, binary: false };
          const cost = () => implicitCost(values, rowsOf(users, width), rowsOf(items, width), weighting);
          let before = cost();
          for (let half = 0; half < 6; half++) {
            if (half % 2 === 0) solveSide(optimizer, implicitEquations(byUser, settings), items, users);
            else solveSide(optimizer, implicitEquations(byItem, settings), users, items);
            const after = cost();
            expect(after).toBeLessThanOrEqual(before * (1 + 1e-12));
            before = after;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("no user's factors could be better: the cost rises whichever way they move", () => {
    const settings = { alpha: 2, regularization: 0.05, regularizationPower: 0.7 };
    const fitted = new ImplicitAls({ ...settings, factors: 2, iterations: 2, binary: false }).fit(
      smallRatings,
    );
    const { users, items } = smallRatings;
    const values = users.ids.map((userId) =>
      items.ids.map((itemId) => smallRatings.get(userId, itemId) || 0),
    );
    const { userFactors, itemFactors } = fitted.learned;
    const cost = (moved: Float64Array) =>
      implicitCost(values, rowsOf(moved, 2), rowsOf(itemFactors, 2), settings);
    const least = cost(userFactors);
    for (let k = 0; k < userFactors.length; k++) {
      for (const step of [-1e-3, 1e-3]) {
        expect(cost(userFactors.map((value, at) => (at === k ? value + step : value)))).toBeGreaterThan(
          least,
        );
      }
    }
  });

  test("is the model of Rendle et al., who weigh gaps by α₀ and ratings by 1 + α₀ towards 1 / (1 + α₀)", () => {
    const [alpha0, lambda, width] = [0.4, 0.02, 2];
    const k = 1 + alpha0;
    const settings = { alpha: 1 / alpha0, regularization: lambda * k, regularizationPower: 1 };
    const fitted = new ImplicitAls({ ...settings, factors: width, iterations: 2 }).fit(smallRatings);
    const y = Matrix.from1DArray(smallRatings.items.size, width, fitted.learned.itemFactors).div(
      Math.sqrt(k),
    );
    for (const userId of smallRatings.users.ids) {
      const rated = smallRatings.ofUser(userId).map(({ itemId }) => smallRatings.items.indexOf(itemId));
      const own = y.selection(rated, [0, 1]);
      const penalty = lambda * (rated.length + alpha0 * smallRatings.items.size);
      const left = own
        .transpose()
        .mmul(own)
        .add(y.transpose().mmul(y).mul(alpha0))
        .add(Matrix.eye(width).mul(penalty));
      const right = own.transpose().mmul(Matrix.ones(rated.length, 1));
      const scores = y.mmul(solve(left, right)).to1DArray();
      for (const [item, itemId] of smallRatings.items.ids.entries())
        expect(fitted.predict(userId, itemId)).toBeCloseTo(k * scores[item]!, 10);
    }
  });

  test("both ways of solving come to the same in the end", () => {
    const settings = { factors: 2, iterations: 400, regularization: 0.05 };
    const [steps, exact] = OPTIMIZERS.map((optimizer) =>
      new ImplicitAls({ ...settings, optimizer }).fit(smallRatings),
    );
    for (const userId of smallRatings.users.ids) {
      for (const itemId of smallRatings.items.ids)
        expect(steps!.predict(userId, itemId)).toBeCloseTo(exact!.predict(userId, itemId), 6);
    }
  });

  test("sees two camps, and fills in what is missing", () => {
    const rows = Array.from({ length: 12 * 10 }, (_, k) => ({ userId: k % 12, itemId: Math.floor(k / 12) }))
      .filter(({ userId, itemId }) => (userId + itemId) % 2 === 0 && (userId + 3 * itemId) % 7 !== 0)
      .map((pair) => ({ ...pair, rating: 1 }));
    const fitted = new ImplicitAls({ factors: 4 }).fit(Ratings.from(rows));
    expect(fitted.predict(0, 0)).toBeGreaterThan(0.6);
    expect(fitted.predict(0, 1)).toBeLessThan(0.2);
    expect(fitted.similarItems(0, { count: 3 }).every(({ itemId }) => Number(itemId) % 2 === 0)).toBe(true);
    expect(fitted.inStars).toBe(false);
    const newUser = fitted.foldIn([{ itemId: 1, rating: 1 }]);
    expect(newUser.predict(3)).toBeGreaterThan(newUser.predict(2));
  });

  test("whoever is folded in with a user's ratings gets the user's scores and reasons", () => {
    const fitted = new ImplicitAls({ factors: 3, iterations: 4, binary: false }).fit(smallRatings);
    const twin = fitted.foldIn(smallRatings.ofUser(20));
    for (const itemId of smallRatings.items.ids)
      expect(twin.predict(itemId)).toBe(fitted.predict(20, itemId));
    const { base, contributions } = fitted.explain(20, "c");
    expect(base).toBe(0);
    expect(contributions.map(({ itemId }) => itemId).sort()).toEqual(["a", "b", "d"]);
    const moves = contributions.map(({ share }) => Math.abs(share));
    expect(moves).toEqual([...moves].sort((a, b) => b - a));
    expect(twin.explain("c")).toEqual({ base, contributions });
  });

  test("says nothing of whoever has no rating above 0", () => {
    const rows = [...smallRatings].map((row) => (row.userId === 30 ? { ...row, rating: 0 } : row));
    const fitted = new ImplicitAls({ factors: 2, binary: false }).fit(Ratings.from(rows));
    for (const itemId of smallRatings.items.ids) expect(fitted.predict(30, itemId)).toBeNaN();
    expect(fitted.recommend(30)).toEqual([]);
    expect(fitted.explain(30, "a")).toEqual({ base: Number.NaN, contributions: [] });
    expect(fitted.foldIn([{ itemId: "a", rating: 0 }]).predict("a")).toBeNaN();
    expect(fitted.foldIn([]).predict("a")).toBeNaN();
    expect(fitted.foldIn([{ itemId: "a", rating: 1 }]).predict("a")).toBeGreaterThan(0);

    const { kept } = holdBack(smallRatings, { validation: 0.6, seed: 1, generator: "reelbook" });
    const without = kept.users.ids.filter((userId) => kept.ofUser(userId).length === 0);
    expect(without.length).toBeGreaterThan(0);
    for (const userId of without) expect(new ImplicitAls().fit(kept).recommend(userId)).toEqual([]);
  });

  test("refuses ratings and settings that make no sense", () => {
    const negative = smallRatings.concat([{ userId: 1, itemId: "a", rating: -1 }]);
    expect(() => new ImplicitAls().fit(negative)).toThrow("row 13: rating -1 is below 0");
    const fitted = new ImplicitAls({ factors: 2 }).fit(smallRatings);
    expect(() => fitted.foldIn([{ itemId: "b", rating: -2 }])).toThrow("rating -2 of item b is below 0");
    const zeros = Ratings.from([...smallRatings].map((row) => ({ ...row, rating: 0 })));
    expect(() => new ImplicitAls({ binary: false }).fit(zeros)).toThrow(
      "none of the 13 ratings is above 0, so nobody took an interest in anything",
    );
    expect(new ImplicitAls().fit(zeros).predict(10, "a")).toBeGreaterThan(0);
    expect(() => new ImplicitAls({ factors: 8, regularization: 0 }).fit(smallRatings)).toThrow(
      "regularization: 0 is too little: 8 factors have more than one best solution",
    );
    expect(() => new ImplicitAls({ regularization: -1 })).toThrow("regularization: -1");
    expect(() => new ImplicitAls({ alpha: Number.POSITIVE_INFINITY })).toThrow("alpha: Infinity");
    expect(() => new ImplicitAls({ factors: 0 })).toThrow("factors: 0");
    expect(() => new ImplicitAls({ optimizer: "newton" as never })).toThrow(
      'optimizer: "newton" is none of "conjugate-gradient", "cholesky"',
    );
  });

  test("without factors below 0 a side is the one of least squares with no weight below 0", () => {
    const width = 3;
    const { byUser } = sidesOf([
      [1, 0, 2, 0],
      [0, 3, 0, 1],
      [1, 1, 0, 0],
    ]);
    const weighting = { alpha: 2, regularization: 0.3, regularizationPower: 0.5, binary: false };
    const side = implicitEquations(byUser, weighting);
    const { targets, regularization } = side;
    const { starts, indices, values } = side.weights;
    const items = Float64Array.from({ length: 4 * width }, (_, k) => Math.sin(3 * k));
    const base = new Float64Array(width * width);
    writeProducts({ values: items, width }, base);
    const users = new Float64Array(3 * width);
    solvePositiveAlsSide(side, base, { values: items, width }, 10_000, { values: users, width });
    for (const [user, penalty] of regularization.entries()) {
      const squares = base.map((square, k) => square + (k % (width + 1) === 0 ? penalty : 0));
      const products = new Float64Array(width);
      for (let k = starts[user]!; k < starts[user + 1]!; k++) {
        const y = items.subarray(indices[k]! * width, (indices[k]! + 1) * width);
        for (let a = 0; a < width; a++) {
          products[a]! += targets[k]! * y[a]!;
          for (let b = 0; b < width; b++) squares[a * width + b]! += values[k]! * y[a]! * y[b]!;
        }
      }
      const expected = leastSquaresWeights(squares, products, 0);
      for (let a = 0; a < width; a++) expect(users[user * width + a]).toBeCloseTo(expected[a]!, 12);
    }
    expect(users.some((factor) => factor === 0)).toBe(true);
    expect(users.every((factor) => factor >= 0)).toBe(true);
  });

  test("with positiveOnly no factor is below 0, scores of new people add up, and lists know tastes apart", () => {
    const rows = [0, 1, 2, 3, 4, 5].flatMap((user) =>
      [0, 1, 2, 3].flatMap((k) =>
        k === user % 4 ? [] : [{ userId: user, itemId: 4 * (user % 2) + k, rating: 1 }],
      ),
    );
    const settings = { factors: 2, iterations: 30, alpha: 0, regularization: 0.01, positiveOnly: true };
    const fitted = new ImplicitAls(settings).fit(Ratings.from(rows));
    const { userFactors, itemFactors } = fitted.learned;
    for (const factors of [userFactors, itemFactors]) expect(Math.min(...factors)).toBeGreaterThanOrEqual(0);
    for (const user of [0, 1]) expect(fitted.recommend(user, { count: 1 })[0]!.itemId).toBe(5 * user);
    const person = fitted.foldIn([
      { itemId: 1, rating: 1 },
      { itemId: 6, rating: 1 },
    ]);
    const { base, contributions } = person.explain(2);
    const sum = contributions.reduce((total, { share }) => total + share, base);
    expect(sum).toBeCloseTo(person.predict(2), 12);
  });

  test("tells how far it is, and stops when told to", () => {
    const told: number[] = [];
    new ImplicitAls({ factors: 2, iterations: 3 }).fit(smallRatings, {
      onProgress: ({ done }) => told.push(done),
    });
    expect(told).toEqual([0, 1, 2, 3]);
    expect(() => new ImplicitAls().fit(smallRatings, { signal: AbortSignal.abort() })).toThrow();
  });

  // Settings that the recorded search of bench/settings/table-46.json chooses for 64 factors.
  datasetTest(
    "ml-100k-top10",
    "is above the row of iALS in table 46",
    async () => {
      const [precision, recall, ndcg] = table46Row(new ImplicitAls({ alpha: 3, regularization: 0.0225 }));
      expect(precision).toBeGreaterThan(0.3596);
      expect(recall).toBeGreaterThan(0.2283);
      expect(ndcg).toBeGreaterThan(0.2759);
      expect(ndcg).toBeCloseTo(0.2891, 4);
    },
    { tags: "slow" },
  );
});
