import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeProducts } from "../../../../src/kernels/dense/weighted-products.js";
import { writeProductsOn } from "../../../../src/kernels/wasm/factors/write-products.js";
import { MemoryPlan } from "../../../../src/kernels/wasm/memory-plan.js";
import { random } from "../../../../src/math/random.js";
import { runtimes } from "../on-threads.js";

describe.each(runtimes)("the matrix of products in WebAssembly on $threads threads", (runtime) => {
  test("has the bits of the plain kernel's", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 37 }), fc.nat(999), (rows, width, seed) => {
        const draws = random({ seed });
        const values = new Float64Array(rows * width).map(() => draws.normal());
        const [own, expected] = [new Float64Array(width * width), new Float64Array(width * width)];
        writeProductsOn(runtime)({ values, width }, own);
        writeProducts({ values, width }, expected);
        expect(own).toEqual(expected);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

test.each([
  ["writeProducts", 16, "float64", [32, 40]],
  ["writeProductsSingle", 8, "float32", [40]],
] as const)("%s gives the same in whichever order its parts are done", (kernel, part, numbers, sizes) => {
  const plan = new MemoryPlan();
  const [vectors, matrix, scratch] = [plan[numbers](9 * 40), plan[numbers](40 * 40), plan.reserve(1 << 17)];
  const session = runtimes[0]!.open(plan)!;
  const draws = random({ seed: 1 });
  session[numbers](vectors, 9 * 40).set(Float64Array.from({ length: 9 * 40 }, () => draws.normal()));
  const written = (parts: readonly number[]) => {
    session[numbers](matrix, 40 * 40).fill(Number.NaN);
    for (const from of parts) session.run(kernel, from, from + part, scratch, vectors, 9, ...sizes, matrix);
    return session[numbers](matrix, 40 * 40).slice();
  };
  expect(written([part, 0])).toEqual(written([0, part]));
});
