import { describe, expect, test } from "vitest";
import { linearRange, logRange } from "../../../src/evaluation/tuning/setting-range.js";
import { type Space, settingsSpace } from "../../../src/evaluation/tuning/settings-space.js";
import { random } from "../../../src/math/random.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";

const spaceOf = (space: Space) => settingsSpace("ItemKnn", { ...ItemKnn.settings.fields }, space);

describe("settingsSpace", () => {
  test("a grid has all combinations, the last setting changing fastest", () => {
    const space = spaceOf({ neighbors: [20, 40], similarity: ["cosine", "pearson"] });
    expect(space.size).toBe(4);
    expect(space.grid()).toEqual([
      { neighbors: 20, similarity: "cosine" },
      { neighbors: 20, similarity: "pearson" },
      { neighbors: 40, similarity: "cosine" },
      { neighbors: 40, similarity: "pearson" },
    ]);
  });

  test("a range has its steps in a grid, whole where the setting is, without repetition", () => {
    const space = spaceOf({ neighbors: linearRange(1, 2), shrinkage: logRange(10, 1000, { steps: 3 }) });
    const grid = space.grid();
    expect([...new Set(grid.map(({ neighbors }) => neighbors))]).toEqual([1, 2]);
    expect([...new Set(grid.map(({ shrinkage }) => shrinkage))]).toEqual([10, 100, 1000]);
    expect(space.size).toBe(15);
  });

  test("random combinations differ, stay within the range, and come again with the seed", () => {
    const space = spaceOf({ neighbors: linearRange(5, 60), shrinkage: logRange(1, 1000) });
    const drawn = space.draw(200, random({ seed: 1 }));
    expect(new Set(drawn.map((settings) => JSON.stringify(settings))).size).toBe(200);
    for (const { neighbors, shrinkage } of drawn as { neighbors: number; shrinkage: number }[]) {
      expect(Number.isInteger(neighbors) && neighbors >= 5 && neighbors <= 60).toBe(true);
      expect(shrinkage >= 1 && shrinkage <= 1000).toBe(true);
    }
    const small = drawn.filter(({ shrinkage }) => (shrinkage as number) < Math.sqrt(1000)).length;
    expect(Math.abs(small - 100)).toBeLessThan(30);
    expect(space.draw(3, random({ seed: 1 }))).toEqual(drawn.slice(0, 3));
  });

  test("a small space ends with all its combinations", () => {
    expect(spaceOf({ neighbors: [1, 2, 3] }).draw(10, random({ seed: 0 }))).toHaveLength(3);
  });

  test.each<[string, Space, string]>([
    ["no setting", {}, "there is no setting of ItemKnn to try"],
    ["an unknown setting", { k: [5] }, 'ItemKnn has no setting "k"; it is called neighbors here'],
    ["a wrong value", { neighbors: [5, -1] }, "neighbors: -1 is not a whole number"],
    ["an empty list", { neighbors: [] }, "neighbors: give the values to try as a list"],
    ["one value", { neighbors: 5 as unknown as number[] }, "neighbors: give the values to try as a list"],
    ["a range of words", { similarity: logRange(1, 2) }, "similarity takes one of"],
    ["a range outside the limits", { neighbors: linearRange(-9, -1) }, "neighbors: -9 is not a whole number"],
  ])("refuses %s", (_, space, message) => {
    expect(() => spaceOf(space)).toThrow(message);
  });
});
