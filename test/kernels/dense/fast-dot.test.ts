import fc from "fast-check";
import { expect, test } from "vitest";
import { fastDot } from "../../../src/kernels/dense/fast-dot.js";
import { dot } from "../../../src/math/dot.js";
import { vectorPair } from "./vector-pair.js";

test("fastDot is the dot product of the parts of both vectors, whatever their length", () => {
  fc.assert(
    fc.property(vectorPair, fc.nat(3), fc.nat(3), ([x, y], i, j) => {
      const length = Math.max(0, x.length - Math.max(i, j));
      const expected = dot(x.slice(i, i + length), y.slice(j, j + length));
      expect(fastDot(x, y, i, j, length)).toBe(expected);
    }),
  );
});

test("fastDot of nothing is 0", () => {
  expect(fastDot(new Float64Array(0), new Float64Array(0), 0, 0, 0)).toBe(0);
});
