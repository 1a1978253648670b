import { expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { mean, standardDeviation } from "../../../src/math/statistics.js";
import { SimulatedItems } from "../../../src/ratings/simulation/simulated-items.js";

const make = (items: number) => new SimulatedItems(random({ seed: 1 }), { items, factors: 3 });

test("takeUnrated takes every item once", () => {
  const items = make(5);
  const taken = Array.from({ length: 5 }, () => items.takeUnrated());
  expect(taken.sort()).toEqual([0, 1, 2, 3, 4]);
  expect(items.unrated).toBe(0);
});

test("a user takes no item twice, and another user can take it again", () => {
  const items = make(6);
  const draws = random({ seed: 2 });
  const factors = Float64Array.of(1, 0, -1);
  for (let user = 0; user < 3; user++) {
    const taken = Int32Array.from({ length: 6 }, () => items.takeByAffinity(factors, draws));
    expect([...taken].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    items.putBack(taken);
  }
});

test("a user takes items of high affinity more often", () => {
  const items = make(300);
  const draws = random({ seed: 3 });
  const factors = Float64Array.of(1, -1, 1);
  const taken = Array.from({ length: 2000 }, () => {
    const item = items.takeByAffinity(factors, draws);
    items.putBack(Int32Array.of(item));
    return items.affinity(factors, item);
  });
  const opposite = Array.from({ length: 2000 }, () => {
    const item = items.takeByAffinity(
      factors.map((factor) => -factor),
      draws,
    );
    items.putBack(Int32Array.of(item));
    return items.affinity(factors, item);
  });
  expect(mean(taken)).toBeGreaterThan(mean(opposite) + 0.5);
});

test("biases and affinities are about standard normal", () => {
  const items = make(5000);
  const factors = Float64Array.of(1, 1, 1);
  const all = Array.from({ length: 5000 }, (_, item) => item);
  for (const values of [
    all.map((item) => items.bias(item)),
    all.map((item) => items.affinity(factors, item)),
  ]) {
    // Five standard errors of the mean, and of the standard deviation.
    expect(Math.abs(mean(values))).toBeLessThan(0.07);
    expect(Math.abs(standardDeviation(values) - 1)).toBeLessThan(0.05);
  }
});
