import fc from "fast-check";
import { expect, test } from "vitest";
import { ratingsOfSimilar } from "../../../src/kernels/similarity/ratings-of-similar.js";
import { ratingsOfSimilar as reference } from "../../../src/reference/ratings-of-similar.js";
import { rowOf } from "../../../src/sparse/row-of.js";
import { rowSquares } from "../../../src/sparse/row-squares.js";
import { transpose } from "../../../src/sparse/transpose.js";
import { sparse, tables } from "../../sparse/matrices.js";

/** Row 0 is (4, 3, 0); row 1 is (4, 0, 0), row 2 (0, 3, 0), row 3 (4, 3, 5), row 4 (0, 0, 2). */
const dots = Float64Array.of(25, 16, 9, 25, 0);
const squares = Float64Array.of(25, 16, 9, 50, 4);
const found = (raters: number[], ratings: number[], own: number, room: number) => {
  const into = new Float64Array(room).fill(-1);
  const cosines = new Float64Array(room);
  const column = { indices: Int32Array.from(raters), values: Float64Array.from(ratings) };
  ratingsOfSimilar(column, { index: 0, own, square: 25, dots }, squares, { ratings: into, cosines });
  return { into: [...into], cosines: [...cosines] };
};

test("the most similar come first; the row itself and rows without a common column are left out", () => {
  const { into, cosines } = found([4, 2, 0, 3, 1], [2, 5, 4, 1, 3], 0, 4);
  expect(into).toEqual([3, 1, 5, -1]);
  expect(cosines.slice(0, 3)).toEqual([0.8, 1 / Math.sqrt(2), 0.6]);
});

test("only as many as there is room for, whatever their order", () => {
  expect(found([2, 3, 1], [5, 1, 3], 0, 2).into).toEqual([3, 1]);
  expect(found([1, 3, 2], [3, 1, 5], 0, 1).into).toEqual([3]);
  expect(found([1, 3, 2], [3, 1, 5], 0, 0).into).toEqual([]);
});

test("an own rating of the column is taken out of both sides of the cosine", () => {
  // Of the first column row 0 gave 4, so that (0, 3, 0) is left: row 1 has nothing in common with
  // it any more.
  const { into, cosines } = found([1, 3], [4, 4], 4, 2);
  expect(into).toEqual([4, -1]);
  expect(cosines[0]).toBeCloseTo(9 / Math.sqrt(9 * 50), 12);
});

test("equal ones stay in their order", () => {
  const raters = { indices: Int32Array.of(3, 1, 2), values: Float64Array.of(30, 10, 20) };
  const row = { index: 0, own: 0, square: 1, dots: Float64Array.of(0, 1, 1, 1) };
  const into = { ratings: new Float64Array(2), cosines: new Float64Array(2) };
  ratingsOfSimilar(raters, row, Float64Array.of(1, 1, 1, 1), into);
  expect([...into.ratings]).toEqual([30, 10]);
});

test("the ratings are those of the reference, with any room, and without the row's own rating", () => {
  fc.assert(
    fc.property(tables, fc.nat(100), fc.nat(100), fc.nat(4), (table, someRow, someColumn, room) => {
      const positive = table.map((line) => line.map(Math.abs));
      const [row, column] = [someRow % table.length, someColumn % table[0]!.length];
      const matrix = sparse(positive);
      const own = positive[row]![column]!;
      const dotOf = (other: readonly number[]) =>
        other.reduce((sum, value, k) => sum + value * positive[row]![k]!, 0);
      const squares = rowSquares(matrix);
      const compared = { index: row, own, square: squares[row]!, dots: Float64Array.from(positive, dotOf) };
      const into = { ratings: new Float64Array(room).fill(-1), cosines: new Float64Array(room) };
      ratingsOfSimilar(rowOf(transpose(matrix), column), compared, squares, into);

      const ratings = positive.flatMap((line, user) =>
        line.flatMap((rating, item) => (rating === 0 ? [] : [{ user, item, rating }])),
      );
      const others = ratings.filter(({ user, item }) => user !== row || item !== column);
      const expected = reference(others, { user: row, item: column }, room);
      const found = [...into.ratings].filter((rating) => rating !== -1);
      expect(found.length).toBe(expected.length);
      // Rounding may exchange raters with equal cosines.
      const cosines = [...into.cosines].slice(0, found.length);
      if (new Set(cosines.map((cosine) => cosine.toFixed(9))).size === cosines.length && found.length < room)
        expect(found).toEqual(expected);
    }),
    { seed: 1, numRuns: 300 },
  );
});
