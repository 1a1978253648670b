import fc from "fast-check";
import { expect, test } from "vitest";
import { writePairScores, writeRowScores } from "../../../src/kernels/machines/row-scores.js";
import { sum } from "../../../src/math/sum.js";

const rowsOf = (width: number) =>
  fc.array(fc.float({ min: -2, max: 2, noNaN: true }), { minLength: width * 3, maxLength: width * 3 });

test("rows of a user and of items give the same scores by user and by pair", () => {
  const cases = fc.integer({ min: 1, max: 5 }).chain((width) => fc.tuple(rowsOf(width), rowsOf(width)));
  fc.assert(
    fc.property(cases, ([users, items]) => {
      const width = users.length / 3;
      const [user, item] = [Float32Array.from(users), Float32Array.from(items)];
      const ofPairs = new Float64Array(3);
      const pairs = { base: 3, users: user, items: item, width };
      writePairScores(pairs, Int32Array.of(1, 1, 1), Int32Array.of(0, 1, 2), ofPairs);
      const ofRow = new Float64Array(3);
      writeRowScores(3, user.subarray(width, 2 * width), item, ofRow);
      expect(ofRow).toEqual(ofPairs);
      for (const place of [0, 1, 2]) {
        const own = users.slice(width, 2 * width);
        const other = items.slice(place * width, (place + 1) * width);
        const products = own.slice(1).map((value, f) => value * other[f + 1]!);
        expect(ofRow[place]).toBeCloseTo(3 + own[0]! + other[0]! + sum(products), 9);
      }
    }),
  );
});

test("writePairScores gives NaN for an unknown index", () => {
  const row = Float32Array.of(1);
  const into = new Float64Array(3);
  writePairScores(
    { base: 0, users: row, items: row, width: 1 },
    Int32Array.of(-1, 0, 0),
    Int32Array.of(0, -1, 0),
    into,
  );
  expect([...into]).toEqual([Number.NaN, Number.NaN, 2]);
});
