import fc from "fast-check";
import { expect, test } from "vitest";
import { normalEquations, writeNormalEquations } from "../../../src/kernels/factors/normal-equations.js";
import { sparse } from "../../sparse/matrices.js";
import { alsRow } from "./als-row.js";

test("the equations of a row are those worked out by hand", () => {
  // Row 1 has weight 2 in column 0 and weight 3 in column 2, whose factors are (1, 2) and (0, −1).
  const weights = sparse([
    [0, 9, 0],
    [2, 0, 3],
  ]);
  const side = { weights, targets: Float64Array.of(9, 10, 20), regularization: Float64Array.of(9, 0.5) };
  const others = { values: Float64Array.of(1, 2, 7, 7, 0, -1), width: 2 };
  const into = normalEquations(2);
  into.right.fill(99);
  writeNormalEquations(side, 1, Float64Array.of(1, Number.NaN, 4, 1), others, into);
  const [aa, , ba, bb] = into.left.values;
  // 2 × (1, 2)(1, 2)ᵀ + 3 × (0, −1)(0, −1)ᵀ = (2, 4; 4, 11), plus base and 0.5 on the diagonal.
  expect([aa, ba, bb]).toEqual([1 + 2 + 0.5, 4 + 4, 1 + 11 + 0.5]);
  // 10 × (1, 2) + 20 × (0, −1).
  expect([...into.right]).toEqual([10, 0]);
});

test("the equations of a row are those of the reference", () => {
  fc.assert(
    fc.property(alsRow, ({ side, base, others, equations }) => {
      const { width } = others;
      const into = normalEquations(width);
      writeNormalEquations(side, 0, base, others, into);
      for (let a = 0; a < width; a++) {
        expect(into.right[a]).toBeCloseTo(equations.vector[a]!, 10);
        for (let b = 0; b <= a; b++)
          expect(into.left.values[a * width + b]).toBeCloseTo(equations.matrix[a]![b]!, 10);
      }
    }),
  );
});
