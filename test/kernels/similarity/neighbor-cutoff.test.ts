import fc from "fast-check";
import { expect, test } from "vitest";
import { NeighborCutoff } from "../../../src/kernels/similarity/neighbor-cutoff.js";

/** The cutoff, by sorting. */
function sortedCutoff(similarities: readonly number[], neighbors: number) {
  const nearest = [...similarities].sort((a, b) => b - a).slice(0, neighbors);
  const similarity = nearest.at(-1)!;
  return { similarity, ties: nearest.filter((each) => each === similarity).length };
}

function cutoffOf(similarities: readonly number[], neighbors: number) {
  const cutoff = new NeighborCutoff();
  // The numbers around them belong to others.
  const around = Float64Array.of(9, ...similarities, 9, 9);
  cutoff.find(around, 1, similarities.length, neighbors);
  return { similarity: cutoff.similarity, ties: cutoff.ties };
}

test("by hand: the third of five, which two share", () => {
  expect(cutoffOf([0.5, 0.25, 1, 0.5, 0.5], 3)).toEqual({ similarity: 0.5, ties: 2 });
  expect(cutoffOf([0.5, 0.25, 1, 0.5, 0.5], 1)).toEqual({ similarity: 1, ties: 1 });
  expect(cutoffOf([0.5, 0.25, 1, 0.5, 0.5], 4)).toEqual({ similarity: 0.5, ties: 3 });
});

test("equal similarities are taken as far as there is room", () => {
  expect(cutoffOf([2, 2, 2], 2)).toEqual({ similarity: 2, ties: 2 });
});

test("with any similarities it is what sorting gives", () => {
  const similarity = fc.oneof(
    fc.constantFrom(-1, 0, 0.25, 0.5, 1),
    fc.double({ min: -1, max: 1, noNaN: true }),
    // Far from the others, so that these are in one range.
    fc.constantFrom(1e300, 5e-324, 1e-320, Number.POSITIVE_INFINITY),
  );
  const drawn = fc.array(
    similarity.map((each) => each + 0),
    { minLength: 2, maxLength: 120 },
  );
  fc.assert(
    fc.property(drawn, fc.nat(), (similarities, draw) => {
      const neighbors = 1 + (draw % (similarities.length - 1));
      expect(cutoffOf(similarities, neighbors)).toEqual(sortedCutoff(similarities, neighbors));
    }),
    { seed: 1, numRuns: 500 },
  );
});
