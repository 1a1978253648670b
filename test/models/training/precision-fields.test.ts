// @module-tag slow
import { afterEach, describe, expect, test } from "vitest";
import { ExplicitAls } from "../../../src/models/factors/explicit-als.js";
import { ImplicitAls } from "../../../src/models/factors/implicit-als.js";
import { Bpr } from "../../../src/models/factors/negative-sampling/bpr.js";
import { setBackend } from "../../../src/node/backend.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { simulatedRows } from "../../../src/ratings/simulation/simulated-rows.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new ImplicitAls({ factors: 3, iterations: 3, precision: "single" }));
conformance(new ImplicitAls({ factors: 2, iterations: 2, optimizer: "cholesky", precision: "single" }));
conformance(new ImplicitAls({ factors: 2, iterations: 2, positiveOnly: true, precision: "single" }));
conformance(new Bpr({ factors: 3, iterations: 5, precision: "single" }));

const simulated = Ratings.from([...simulatedRows({ users: 200, items: 150, count: 6000, seed: 1 })]);

afterEach(() => {
  setBackend("plain");
});

describe.each(["plain", "wasm"] as const)("backend %s, single precision:", (kind) => {
  test.each([
    new ImplicitAls({ factors: 6, iterations: 10 }),
    new ImplicitAls({ factors: 6, iterations: 10, optimizer: "cholesky" }),
    new ImplicitAls({ factors: 6, iterations: 10, positiveOnly: true, regularization: 0.1 }),
    new Bpr({ factors: 6, iterations: 20 }),
  ])("scores are near those of double precision, $name $settings.optimizer", (model) => {
    setBackend(kind);
    const double = model.fit(simulated);
    const Model = model.constructor as typeof ImplicitAls;
    const single = new Model({ ...(model as ImplicitAls).settings, precision: "single" }).fit(simulated);
    const { itemFactors } = single.learned;
    expect(itemFactors).toEqual(Float64Array.from(new Float32Array(itemFactors)));
    expect(itemFactors).not.toEqual(double.learned.itemFactors);
    for (const userId of simulated.users.ids.slice(0, 50)) {
      for (const itemId of simulated.items.ids) {
        const difference = single.predict(userId, itemId) - double.predict(userId, itemId);
        expect(Math.abs(difference)).toBeLessThan(0.01);
      }
    }
  });

  test("a user folded in with the same ratings gets the scores of implicit ALS to the bit", () => {
    setBackend(kind);
    const fitted = new ImplicitAls({ factors: 6, iterations: 5, precision: "single" }).fit(simulated);
    const [userId] = simulated.users.ids;
    const folded = fitted.foldIn(simulated.ofUser(userId!));
    for (const itemId of simulated.items.ids)
      expect(folded.predict(itemId)).toBe(fitted.predict(userId!, itemId));
  });
});

test.each([
  new ImplicitAls({ factors: 10, iterations: 3 }),
  new ImplicitAls({ factors: 10, iterations: 3, optimizer: "cholesky" }),
  new ExplicitAls({ factors: 10, iterations: 3 }),
  new Bpr({ factors: 10, iterations: 5 }),
])("in double precision WebAssembly gives the bits of plain TypeScript: $name", (model) => {
  setBackend("plain");
  const plain = model.fit(simulated);
  for (const threads of [1, 2, 3]) {
    setBackend("wasm", { threads });
    expect(model.fit(simulated).learned).toEqual(plain.learned);
  }
});

test("too little regularization and steps that are too large are refused by both backends", () => {
  const divided = Ratings.from([...simulated].map((row) => ({ ...row, rating: 1 })));
  for (const kind of ["plain", "wasm"] as const) {
    setBackend(kind);
    const singular = new ImplicitAls({
      factors: 200,
      iterations: 1,
      regularization: 0,
      optimizer: "cholesky",
    });
    expect(() => singular.fit(divided)).toThrow("200 factors have more than one best solution");
    const steep = new Bpr({ factors: 10, learningRate: 1e200, precision: "single" });
    expect(() => steep.fit(simulated)).toThrow("Bpr diverged in iteration 1");
  }
});

test("without ratings of a user both precisions say nothing of them", () => {
  const zeros = Ratings.from(
    [...smallRatings].map((row) => (row.userId === 30 ? { ...row, rating: 0 } : row)),
  );
  const fitted = new ImplicitAls({ factors: 2, binary: false, precision: "single" }).fit(zeros);
  expect(fitted.predict(30, "a")).toBeNaN();
});
