import { expect, test } from "vitest";
import { ratingsOfSimilar } from "../../../src/kernels/similarity/ratings-of-similar.js";

/** Row 0 is (4, 3, 0); row 1 is (4, 0, 0), row 2 (0, 3, 0), row 3 (4, 3, 5), row 4 (0, 0, 2). */
const dots = Float64Array.of(25, 16, 9, 25, 0);
const squares = Float64Array.of(25, 16, 9, 50, 4);
const found = (raters: number[], ratings: number[], own: number, room: number) => {
  const into = new Float64Array(room).fill(-1);
  const cosines = new Float64Array(room);
  ratingsOfSimilar(
    Int32Array.from(raters),
    Float64Array.from(ratings),
    0,
    own,
    25,
    dots,
    squares,
    cosines,
    into,
  );
  return { into: [...into], cosines: [...cosines] };
};

test("the most alike come first, the row itself and those with nothing in common never", () => {
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
  // Of the first column row 0 gave 4, so that (0, 3, 0) is left: row 1 has nothing in common with it any more.
  const { into, cosines } = found([1, 3], [4, 4], 4, 2);
  expect(into).toEqual([4, -1]);
  expect(cosines[0]).toBeCloseTo(9 / Math.sqrt(9 * 50), 12);
});

test("equal ones stay in their order", () => {
  const same = { dots: Float64Array.of(0, 1, 1, 1), squares: Float64Array.of(1, 1, 1, 1) };
  const into = new Float64Array(2);
  ratingsOfSimilar(
    Int32Array.of(3, 1, 2),
    Float64Array.of(30, 10, 20),
    0,
    0,
    1,
    same.dots,
    same.squares,
    new Float64Array(2),
    into,
  );
  expect([...into]).toEqual([30, 10]);
});
