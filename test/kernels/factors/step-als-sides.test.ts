import { expect, test } from "vitest";
import { writeProducts } from "../../../src/kernels/dense/weighted-products.js";
import { stepAlsSide } from "../../../src/kernels/factors/als-side-steps.js";
import { stepAlsSides } from "../../../src/kernels/factors/step-als-sides.js";
import { alsSides } from "../wasm/factors/als-cases.js";

const size = { users: 12, items: 9, width: 3, seed: 5 };

test("users and items take turns, each from the other's new factors", () => {
  const [own, expected] = [alsSides(size), alsSides(size)];
  const done: number[] = [];
  const onIteration = (iterations: number) => done.push(iterations);
  stepAlsSides(own.users, own.items, { iterations: 2, steps: 3, precision: "double", onIteration });
  const base = new Float64Array(9);
  for (let turn = 0; turn < 4; turn++) {
    const { users, items } = expected;
    const [into, others] = turn % 2 === 0 ? [users, items] : [items, users];
    writeProducts(others.factors, base);
    stepAlsSide(into.equations, base, others.factors, 3, into.factors);
  }
  expect(own).toEqual(expected);
  expect(done).toEqual([0, 1]);
});

test("in single precision all factors have 32 bits", () => {
  const { users, items } = alsSides(size);
  stepAlsSides(users, items, { iterations: 1, steps: 3, precision: "single", onIteration: () => {} });
  for (const { values } of [users.factors, items.factors])
    expect(values).toEqual(Float64Array.from(new Float32Array(values)));
});
