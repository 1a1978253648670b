import { Matrix, solve } from "ml-matrix";
import { expect, test } from "vitest";
import { solveAlsSide } from "../../src/kernels/als-side.js";
import { choleskySolve } from "../../src/kernels/cholesky.js";
import { random } from "../../src/math/random.js";
import { smallRatings } from "../models/conformance.js";

test("every row's factors solve its normal equations, as ml-matrix solves them", () => {
  const width = 3;
  const { byUser } = smallRatings;
  const draws = random({ seed: 9 });
  const others = new Float64Array(smallRatings.items.size * width).map(() => draws.normal());
  const found = new Float64Array(smallRatings.users.size * width);
  solveAlsSide(byUser.starts, byUser.indices, byUser.values, width, 0.3, others, found);
  for (let user = 0; user < smallRatings.users.size; user++) {
    const items = [...byUser.indices.subarray(byUser.starts[user], byUser.starts[user + 1])];
    const q = new Matrix(items.map((item) => [...others.subarray(item * width, (item + 1) * width)]));
    const left = q
      .transpose()
      .mmul(q)
      .add(Matrix.eye(width).mul(0.3 * items.length));
    const right = q
      .transpose()
      .mmul(Matrix.columnVector([...byUser.values.subarray(byUser.starts[user], byUser.starts[user + 1])]));
    const expected = solve(left, right).to1DArray();
    for (let f = 0; f < width; f++) expect(found[user * width + f]).toBeCloseTo(expected[f]!, 10);
  }
});

test("a matrix that is not positive definite is refused", () => {
  expect(choleskySolve(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toBe(false);
  const [matrix, vector] = [Float64Array.of(4, 0, 2, 3), Float64Array.of(2, 5)];
  expect(choleskySolve(matrix, vector)).toBe(true);
  expect(vector[0]).toBeCloseTo(-0.5, 12);
  expect(vector[1]).toBeCloseTo(2, 12);
});
