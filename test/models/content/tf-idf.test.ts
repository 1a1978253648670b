import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tfIdf } from "../../../src/models/content/tf-idf.js";

/** The product of two rows: the cosine of the angle between two documents. */
function cosine({ rows }: ReturnType<typeof tfIdf>, a: number, b: number): number {
  const weights = new Map<number, number>();
  for (let entry = rows.starts[a]!; entry < rows.starts[a + 1]!; entry++) {
    weights.set(rows.indices[entry]!, rows.values[entry]!);
  }
  let sum = 0;
  for (let entry = rows.starts[b]!; entry < rows.starts[b + 1]!; entry++) {
    sum += rows.values[entry]! * (weights.get(rows.indices[entry]!) ?? 0);
  }
  return sum;
}

describe("tfIdf", () => {
  test("weighs as worked out by hand", () => {
    const { terms, idf, rows } = tfIdf([["west", "fun"], ["fun"], ["west", "west", "war"]]);
    expect(terms).toEqual(["west", "fun", "war"]);
    const [two, one] = [Math.log(4 / 3) + 1, Math.log(4 / 2) + 1]; // In two documents, in one.
    expect([...idf]).toEqual([two, two, one]);
    const length = Math.hypot(2 * two, one);
    expect([...rows.indices]).toEqual([0, 1, 1, 0, 2]);
    const expected = [Math.SQRT1_2, Math.SQRT1_2, 1, (2 * two) / length, one / length];
    for (const [entry, weight] of expected.entries()) expect(rows.values[entry]).toBeCloseTo(weight, 14);
  });

  test("gives a document without terms an empty row, and no documents none", () => {
    expect([...tfIdf([["a"], [], ["a"]]).rows.starts]).toEqual([0, 1, 1, 2]);
    expect(tfIdf([])).toMatchObject({ terms: [], rows: { rowCount: 0, columnCount: 0 } });
  });

  test("makes no difference between orders of terms", () => {
    const { rows } = tfIdf([
      ["a", "b", "c"],
      ["c", "a", "b"],
    ]);
    expect([...rows.values.slice(0, 3)]).toEqual([...rows.values.slice(3)]);
  });

  test("cosines lie between 0 and 1, and are 1 for the same terms", () => {
    const documents = fc.array(fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 }), {
      minLength: 2,
    });
    fc.assert(
      fc.property(documents, (given) => {
        const weighed = tfIdf([...given, given[0]!]);
        expect(cosine(weighed, 0, given.length)).toBeCloseTo(1, 12);
        for (let other = 0; other < given.length; other++) {
          expect(cosine(weighed, 0, other)).toBeGreaterThanOrEqual(0);
          expect(cosine(weighed, 0, other)).toBeLessThanOrEqual(1 + 1e-12);
          expect(cosine(weighed, 0, other)).toBe(cosine(weighed, other, 0));
        }
      }),
    );
  });
});
