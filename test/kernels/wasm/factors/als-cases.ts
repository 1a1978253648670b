import fc from "fast-check";
import type { AlsSide } from "../../../../src/kernels/factors/step-als-sides.js";
import { random } from "../../../../src/math/random.js";
import { implicitEquations } from "../../../../src/models/factors/implicit-equations.js";
import { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { transpose } from "../../../../src/sparse/transpose.js";

/** Users, items, factors of a case: also none, one, odd, and no multiple of a vector or a tile. */
export interface AlsSize {
  readonly users: number;
  readonly items: number;
  readonly width: number;
  readonly seed: number;
}

export const alsSizes: fc.Arbitrary<AlsSize> = fc.record({
  users: fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 2, max: 70 })),
  items: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 300 })),
  width: fc.integer({ min: 1, max: 21 }),
  seed: fc.nat(9999),
});

/** Equations and factors of users and items; a quarter of the users have no ratings. */
export function alsSides({ users, items, width, seed }: AlsSize): { users: AlsSide; items: AlsSide } {
  const draws = random({ seed });
  const rows = Array.from({ length: users }, () => {
    const most = draws.below(4) === 0 ? 0 : Math.min(items, 1 + draws.below(40));
    return draws.permutation(items).slice(0, most);
  });
  const pairs = rows.flatMap((columns, user) => Array.from(columns, (item) => ({ user, item })));
  const byUser = CsrMatrix.fromTriplets({
    rowCount: users,
    columnCount: items,
    rows: Int32Array.from(pairs, ({ user }) => user),
    columns: Int32Array.from(pairs, ({ item }) => item),
    values: new Float64Array(pairs.length).map(() => draws.below(4)),
  });
  const weighting = { alpha: 2, regularization: 0.1 + draws.uniform(), regularizationPower: 0.5 };
  const factors = (count: number) => ({
    values: new Float64Array(count * width).map(() => draws.normal()),
    width,
  });
  return {
    users: { equations: implicitEquations(byUser, weighting), factors: factors(users) },
    items: { equations: implicitEquations(transpose(byUser), weighting), factors: factors(items) },
  };
}
