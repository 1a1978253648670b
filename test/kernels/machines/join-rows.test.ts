import fc from "fast-check";
import { expect, test } from "vitest";
import { joinRows } from "../../../src/kernels/machines/join-rows.js";
import { type Machine, machineScore } from "../../../src/reference/factorization-machine.js";

test("joinRows joins the chosen rows, by hand", () => {
  const firsts = Float32Array.of(9, 9, 9, 1, 2, 3);
  const seconds = Float32Array.of(4, 5, 6);
  const into = new Float32Array(6);
  joinRows(firsts, Int32Array.of(1, 0), seconds, Int32Array.of(0, 0), 3, into);
  expect([...into]).toEqual([1 + 4 + 2 * 5 + 3 * 6, 7, 9, 9 + 4 + 9 * 5 + 9 * 6, 14, 15]);
});

test("two features that are joined, and a third one, have the score of the machine", () => {
  const width = 3;
  const row = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: width, maxLength: width });
  fc.assert(
    fc.property(row, row, row, (first, second, third) => {
      const into = new Float32Array(width);
      const [zero, one] = [Int32Array.of(0), Float32Array.from(third)];
      joinRows(Float32Array.from(first), zero, Float32Array.from(second), zero, width, into);
      joinRows(into.slice(), zero, one, zero, width, into);
      const all = [first, second, third];
      const machine: Machine = {
        bias: 0,
        weights: all.map((each) => each[0]!),
        factors: [1, 2].map((f) => all.map((each) => each[f]!)),
        noise: 1,
        weightPriors: [],
        factorPriors: [],
      };
      expect(into[0]).toBe(machineScore([1, 1, 1], machine));
    }),
  );
});
