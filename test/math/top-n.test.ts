import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankedIndicesInto, topIndices } from "../../src/math/top-n.js";

/** Sorts everything: slow, and plainly right. */
function sortedIndices(scores: readonly number[], count: number): number[] {
  const indices = scores.map((_, index) => index).filter((index) => !Number.isNaN(scores[index]));
  return indices.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, count);
}

describe("topIndices", () => {
  test("ranks best first, equal scores by index, NaN never", () => {
    expect([...topIndices(Float64Array.of(1, 3, Number.NaN, 3, 2), 3)]).toEqual([1, 3, 4]);
    expect([...topIndices(Float64Array.of(1, 3, Number.NaN, 3, 2), 9)]).toEqual([1, 3, 4, 0]);
    expect([...topIndices(Float64Array.of(1, 2), 0)]).toEqual([]);
    expect([...topIndices(Float64Array.of(-Infinity, Infinity), 2)]).toEqual([1, 0]);
  });

  test("equals sorting everything, with many ties and gaps", () => {
    const score = fc.oneof(
      fc.integer({ min: 0, max: 5 }),
      fc.constant(Number.NaN),
      fc.double({ noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(score, { maxLength: 60 }), fc.nat(70), (scores, count) => {
        const finite = scores.map((value) => (Number.isFinite(value) ? value : Number.NaN));
        expect([...topIndices(Float64Array.from(finite), count)]).toEqual(sortedIndices(finite, count));
      }),
    );
  });
});

test("rankedIndicesInto overwrites what is there, as far as it goes", () => {
  const top = Int32Array.of(9, 9, 9);
  expect(rankedIndicesInto(Float64Array.of(1, 5, Number.NaN, 5, 2), top)).toBe(3);
  expect([...top]).toEqual([1, 3, 4]);
  expect(rankedIndicesInto(Float64Array.of(Number.NaN, 8), top)).toBe(1);
  expect([...top]).toEqual([1, 3, 4]);
  expect(rankedIndicesInto(Float64Array.of(7, 8), top)).toBe(2);
  expect([...top]).toEqual([1, 0, 4]);
});
