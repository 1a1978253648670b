import fc from "fast-check";

/** Two vectors of the same length, of whole numbers: their sums are exact in every order. */
export const vectorPair = fc
  .array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), { maxLength: 19 })
  .map((pairs) => [Float64Array.from(pairs, ([x]) => x), Float64Array.from(pairs, ([, y]) => y)] as const);
