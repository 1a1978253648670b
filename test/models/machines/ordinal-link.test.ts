import { describe, expect, test } from "vitest";
import { normalCdf } from "../../../src/math/normal-cdf.js";
import { OrdinalLink } from "../../../src/models/machines/ordinal-link.js";

/** Classes 1, 2 and 5 with the cut points −1 and ½. */
const link = new OrdinalLink({ count: 1, cuts: () => Float32Array.of(-1, 0.5) }, Float64Array.of(1, 2, 5));

describe("OrdinalLink", () => {
  test("a rating is the mean of the classes, weighted by their probabilities", () => {
    const scores = Float64Array.of(0, 0.3, 100, -100);
    link.toRatings(0, scores);
    const [first, second] = [normalCdf(-1), normalCdf(0.5) - normalCdf(-1)];
    expect(scores[0]).toBeCloseTo(first + 2 * second + 5 * (1 - first - second), 12);
    expect(scores[1]).toBeGreaterThan(scores[0]!);
    expect([scores[2], scores[3]]).toEqual([5, 1]);
  });

  test("a quantile is the class that a share of the distribution lies at or below", () => {
    const score = Float64Array.of(0);
    // Φ(−1) = .159, Φ(½) = .691.
    expect([0.1, 0.2, 0.69, 0.7, 0.99].map((share) => link.quantile(score, share))).toEqual([1, 2, 2, 5, 5]);
  });

  test("the target of a rating is the mean between the cut points of its class", () => {
    // From SciPy 1.17.1: scipy.stats.truncnorm.mean.
    expect(link.target(0, 2, 0.2)).toBeCloseTo(0.2 - 0.37228762278575805, 10);
    expect(link.target(0, 1, 0.2)).toBeCloseTo(0.2 - 1.6875520248651859, 10);
    expect(link.target(0, 5, 0.2)).toBeCloseTo(0.2 + 0.9981659688584832, 10);
    // A rating that is no class has the target of the nearest one.
    expect(link.target(0, 2.4, 0.2)).toBe(link.target(0, 2, 0.2));
  });

  test("the target far away from the score is next to the cut point", () => {
    expect(link.target(0, 5, -40)).toBeCloseTo(0.5, 6);
    expect(link.target(0, 1, 40)).toBeCloseTo(-1, 6);
  });
});
