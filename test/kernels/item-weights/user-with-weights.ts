import fc from "fast-check";

/**
 * Weights between 1 to 6 items, 0 on the diagonal and elsewhere, and some of the items as a user's.
 */
export const userWithWeights = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({
    weights: fc
      .array(fc.array(fc.constantFrom(0, 0, 1, -2, 0.5), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      })
      .map((rows) => rows.map((row, i) => row.map((weight, j) => (i === j ? 0 : weight)))),
    userItems: fc.uniqueArray(
      fc.record({ item: fc.nat({ max: n - 1 }), value: fc.constantFrom(1, 2, 0.5) }),
      { selector: ({ item }) => item },
    ),
  }),
);
