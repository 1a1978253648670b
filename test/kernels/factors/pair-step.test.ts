import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreDifference, stepBiases, stepPair } from "../../../src/kernels/factors/pair-step.js";

const sixteenths = (length: number) =>
  fc.array(
    fc.integer({ min: -32, max: 32 }).map((n) => n / 16),
    { minLength: length, maxLength: length },
  );
const cases = fc.integer({ min: 0, max: 9 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    users: sixteenths(2 * width),
    items: sixteenths(3 * width),
    biases: sixteenths(3),
  }),
);

test("the difference of two scores is what the scores differ by, whatever the number of factors", () => {
  fc.assert(
    fc.property(cases, ({ width, users, items, biases }) => {
      const score = (item: number) =>
        biases[item]! +
        users.slice(width).reduce((sum, value, f) => sum + value * items[item * width + f]!, 0);
      const user = { values: Float64Array.from(users), width };
      const item = { values: Float64Array.from(items), width };
      // Multiples of 1/256, so that no order of additions rounds.
      expect(scoreDifference(Float64Array.from(biases), user, 1, item, 2, 0)).toBe(score(2) - score(0));
    }),
  );
});

test("a step multiplies by the decay and adds the gradient of the difference at the old values", () => {
  fc.assert(
    fc.property(cases, ({ width, users, items, biases }) => {
      const user = { values: Float64Array.from(users), width };
      const item = { values: Float64Array.from(items), width };
      const itemBiases = Float64Array.from(biases);
      stepPair(user, 1, item, 2, 0, 0.5, 0.25);
      stepBiases(itemBiases, 2, 0, 0.5, 0.25);
      const at = (row: number, f: number, rows: readonly number[]) => rows[row * width + f]!;
      for (let f = 0; f < width; f++) {
        const [p, q, r] = [at(1, f, users), at(2, f, items), at(0, f, items)];
        expect(user.values[width + f]).toBe(0.5 * p + 0.25 * (q - r));
        expect(item.values[2 * width + f]).toBe(0.5 * q + 0.25 * p);
        expect(item.values[f]).toBe(0.5 * r - 0.25 * p);
        // The others stay.
        expect(user.values[f]).toBe(users[f]);
        expect(item.values[width + f]).toBe(items[width + f]);
      }
      expect([...itemBiases]).toEqual([0.5 * biases[0]! - 0.25, biases[1], 0.5 * biases[2]! + 0.25]);
    }),
  );
});
