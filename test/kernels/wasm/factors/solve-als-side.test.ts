import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeProducts } from "../../../../src/kernels/dense/weighted-products.js";
import { solveAlsSide } from "../../../../src/kernels/factors/als-side.js";
import { solveAlsSideOn } from "../../../../src/kernels/wasm/factors/solve-als-side.js";
import { runtimes } from "../on-threads.js";
import { alsSides, alsSizes } from "./als-cases.js";

describe.each(runtimes)("Cholesky decomposition in WebAssembly on $threads threads", (runtime) => {
  const accelerated = solveAlsSideOn(runtime);

  test("gives the bits of the plain kernel", () => {
    fc.assert(
      fc.property(alsSizes, (size) => {
        const { users, items } = alsSides(size);
        const { width } = users.factors;
        const base = new Float64Array(width * width);
        writeProducts(items.factors, base);
        const own = { values: users.factors.values.slice(), width };
        const failed = accelerated(users.equations, base, items.factors, own);
        expect(failed).toBe(solveAlsSide(users.equations, base, items.factors, users.factors));
        expect(own.values).toEqual(users.factors.values);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test("names the first row without a unique solution, and solves those before", () => {
    const { users, items } = alsSides({ users: 70, items: 50, width: 6, seed: 3 });
    const { weights } = users.equations;
    const rated = Array.from({ length: 70 }, (_, row) => row).filter((row) => weights.rowLength(row) > 0);
    const bad = rated[30]!;
    const regularization = users.equations.regularization.map((value, row) =>
      row === bad || row === rated.at(-1) ? -1e6 : value,
    );
    const equations = { ...users.equations, regularization };
    const base = new Float64Array(36);
    const own = { values: users.factors.values.slice(), width: 6 };
    expect(accelerated(equations, base, items.factors, own)).toBe(bad);
    expect(solveAlsSide(equations, base, items.factors, users.factors)).toBe(bad);
    expect(own.values.subarray(0, 6 * bad)).toEqual(users.factors.values.subarray(0, 6 * bad));
  });
});
