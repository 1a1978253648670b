import { describe, expect, test } from "vitest";
import { sgdFactors } from "../../../src/kernels/factors/funk-svd.js";
import { svdPlusPlusPass } from "../../../src/kernels/factors/svd-plus-plus.js";
import { random } from "../../../src/math/random.js";
import { svdPass } from "../../../src/reference/svd-plus-plus.js";
import { smallRatings } from "../../models/contract/conformance.js";

const FACTORS = 3;
const { byUser, mean } = smallRatings;
const [userCount, itemCount] = [smallRatings.users.size, smallRatings.items.size];

/** The ratings as the kernels go through them: user by user. */
const byUserRows = Array.from({ length: userCount }, (_, user) =>
  Array.from({ length: byUser.rowLength(user) }, (_, k) => {
    const entry = byUser.starts[user]! + k;
    return { user, item: byUser.indices[entry]!, rating: byUser.values[entry]! };
  }),
).flat();

function start() {
  const draws = random({ seed: 3 });
  const factors = (rows: number) => new Float64Array(rows * FACTORS).map(() => draws.normal());
  return { users: factors(userCount), items: factors(itemCount), implicit: factors(itemCount) };
}

const rowsOf = (flat: Float64Array) =>
  Array.from({ length: flat.length / FACTORS }, (_, row) => [
    ...flat.subarray(row * FACTORS, (row + 1) * FACTORS),
  ]);

function expectClose(flat: Float64Array, rows: readonly number[][]) {
  for (const [k, value] of rows.flat().entries()) expect(flat[k]).toBeCloseTo(value, 12);
}

describe("gradient descent", () => {
  test("moves biases and factors as the readable twin does", () => {
    const { users, items } = start();
    const twin = {
      userBiases: Array(userCount).fill(0),
      itemBiases: Array(itemCount).fill(0),
      userFactors: rowsOf(users),
      itemFactors: rowsOf(items),
    };
    const biases = [new Float64Array(userCount), new Float64Array(itemCount)] as const;
    for (let pass = 0; pass < 3; pass++) {
      svdPass(byUserRows, twin, { learningRate: 0.05, regularization: 0.1 });
      sgdFactors(byUser, mean, 1, FACTORS, 0.05, 0.1, ...biases, users, items);
    }
    expectClose(users, twin.userFactors);
    expectClose(items, twin.itemFactors);
    expectClose(biases[0], [twin.userBiases]);
    expectClose(biases[1], [twin.itemBiases]);
  });

  test("with implicit factors, moved at each rating, too", () => {
    const { users, items, implicit } = start();
    const twin = {
      userBiases: Array(userCount).fill(0),
      itemBiases: Array(itemCount).fill(0),
      userFactors: rowsOf(users),
      itemFactors: rowsOf(items),
      implicitFactors: rowsOf(implicit),
    };
    const biases = [new Float64Array(userCount), new Float64Array(itemCount)] as const;
    for (let pass = 0; pass < 3; pass++) {
      svdPass(byUserRows, twin, { learningRate: 0.05, regularization: 0.1 });
      svdPlusPlusPass(byUser, mean, 0, FACTORS, 0.05, 0.1, 0.1, 0.1, ...biases, users, items, implicit);
    }
    expectClose(implicit, twin.implicitFactors);
    expectClose(users, twin.userFactors);
  });

  test("deferred moves come near those at each rating where steps are small", () => {
    const moved = [0, 1].map((deferred) => {
      const { users, items, implicit } = start();
      const before = implicit.slice();
      svdPlusPlusPass(
        byUser,
        mean,
        deferred,
        FACTORS,
        1e-5,
        0,
        0,
        0,
        new Float64Array(userCount),
        new Float64Array(itemCount),
        users,
        items,
        implicit,
      );
      return implicit.map((value, k) => (value - before[k]!) * 1e5);
    });
    for (const [k, value] of moved[0]!.entries()) expect(moved[1]![k]).toBeCloseTo(value, 2);
  });
});
