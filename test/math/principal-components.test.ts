import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { principalComponents } from "../../src/math/principal-components.js";

const golden = JSON.parse(readFileSync(new URL("../golden/groups.json", import.meta.url), "utf8"));

describe("principalComponents", () => {
  test("by hand: points on a line are told by one number", () => {
    const { places, directions, shares } = principalComponents(Float64Array.of(0, 0, 3, 4, 6, 8), 2);
    expect([...directions.subarray(0, 2)]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.8, 12)]);
    expect([places[0], places[2], places[4]]).toEqual([-5, 0, 5].map((place) => expect.closeTo(place, 12)));
    expect(shares[0]).toBeCloseTo(1, 12);
    expect(shares[1]).toBeCloseTo(0, 12);
  });

  test.each(["apart", "overlapping"])(
    "of points that are %s: those of scikit-learn, but for the sign",
    (name) => {
      const { points, pca } = golden[name];
      const { places, shares } = principalComponents(Float64Array.from(points.flat()), points[0].length);
      for (const k of [0, 1]) {
        expect(shares[k]).toBeCloseTo(pca.shares[k], 12);
        const sign = Math.sign(places[k]! * pca.places[0][k]);
        for (const [point, wanted] of pca.places.entries()) {
          expect(sign * places[2 * point + k]!).toBeCloseTo(wanted[k], 10);
        }
      }
    },
  );

  test("of equal points the shares are NaN; of one number the second place is 0", () => {
    expect([...principalComponents(Float64Array.of(1, 2, 1, 2), 2).shares]).toEqual([Number.NaN, Number.NaN]);
    const { places, shares } = principalComponents(Float64Array.of(1, 3), 1);
    expect([...places]).toEqual([-1, 0, 1, 0]);
    expect([...shares]).toEqual([1, 0]);
  });
});
