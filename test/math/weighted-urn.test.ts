import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Random, random } from "../../src/math/random.js";
import { WeightedUrn } from "../../src/math/weighted-urn.js";

/** What `draw` gives for each of the numbers that it may draw. */
function allDraws(urn: WeightedUrn): number[] {
  return Array.from({ length: urn.weight }, (_, word) => urn.draw(new Random({ next: () => word })));
}

describe("WeightedUrn", () => {
  test("gives each thing as often as it weighs, and none that weighs nothing", () => {
    expect(allDraws(new WeightedUrn(Int32Array.of(1, 0, 3, 2, 0)))).toEqual([0, 2, 2, 2, 3, 3]);
    expect(allDraws(new WeightedUrn(Int32Array.of(4)))).toEqual([0, 0, 0, 0]);
  });

  test("gives nothing that was taken out, until it is put back", () => {
    const urn = new WeightedUrn(Int32Array.of(1, 2, 1));
    urn.takeOut(1);
    expect(allDraws(urn)).toEqual([0, 2]);
    urn.putBack(1);
    expect(allDraws(urn)).toEqual([0, 1, 1, 2]);
  });

  test("emptied and filled again is as before, in any order", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(weights, fc.nat(), (list, seed) => {
        const urn = new WeightedUrn(Int32Array.from(list));
        const before = allDraws(urn);
        const drawn = random({ seed });
        const taken: number[] = [];
        while (urn.weight > 0) {
          taken.push(urn.draw(drawn));
          urn.takeOut(taken.at(-1)!);
        }
        expect([...taken].sort((a, b) => a - b)).toEqual(
          [...list.keys()].filter((thing) => list[thing]! > 0),
        );
        for (const thing of taken) urn.putBack(thing);
        expect(allDraws(urn)).toEqual(before);
      }),
    );
  });

  test("refuses to give anything where nothing is left", () => {
    expect(() => new WeightedUrn(Int32Array.of(0, 0)).draw(random())).toThrow("bound: 0");
  });
});
