import { describe, expect, test } from "vitest";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { GroupPopularity } from "../../../src/models/groups/group-popularity.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { simulateRatings } from "../../../src/ratings/simulation/simulator.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new GroupPopularity({ factors: 2, groups: 2 }));
conformance(new GroupPopularity({ factors: 3, groups: 1, damping: 0 }));

/** Two camps: users 0 to 5 rate a, b, c in threes; users 6 to 9 rate x, y, z. */
const camps = Ratings.from(
  Array.from({ length: 10 }, (_, userId) => {
    const items = userId < 6 ? ["a", "b", "c"] : ["x", "y", "z"];
    return items.filter((_, k) => (userId + k) % 3 > 0).map((itemId) => ({ userId, itemId, rating: 4 }));
  }).flat(),
);

describe("GroupPopularity", () => {
  test("by hand: the share of the user's group, damped towards that of all", () => {
    const fitted = new GroupPopularity({ factors: 2, groups: 2, damping: 2 }).fit(camps);
    expect(fitted.groups.sizes).toEqual([6, 4]);
    const raters = (itemId: string) => camps.ofItem(itemId).length;
    expect(raters("a")).toBe(4);
    expect(fitted.predict(0, "a")).toBeCloseTo((4 + 2 * 0.4) / (6 + 2), 12);
    expect(fitted.predict(9, "a")).toBeCloseTo((0 + 2 * 0.4) / (4 + 2), 12);
    expect(fitted.recommend(0, { count: 1 })[0]!.itemId).toBe("a");
    expect(fitted.recommend(9, { count: 1 })[0]!.itemId).toBe("x");
  });

  test("a new user joins the nearest group; one without ratings gets the shares of all", () => {
    const fitted = new GroupPopularity({ factors: 2, groups: 2, damping: 0 }).fit(camps);
    const newUser = fitted.foldIn([{ itemId: "x", rating: 5 }]);
    expect(newUser.predict("y")).toBe(fitted.predict(9, "y"));
    expect(newUser.predict("a")).toBe(0);
    expect(fitted.foldIn([]).predict("a")).toBeCloseTo(0.4, 12);
  });

  test("a new user with a user's ratings joins the user's group, however many they are", () => {
    const simulated = simulateRatings({ users: 80, items: 40, count: 900, seed: 2 });
    const fitted = new GroupPopularity({ factors: 6, groups: 5 }).fit(simulated);
    for (const userId of simulated.users.ids) {
      const folded = fitted.foldIn(simulated.ofUser(userId));
      for (const itemId of simulated.items.ids.slice(0, 5)) {
        expect(folded.predict(itemId)).toBe(fitted.predict(userId, itemId));
      }
    }
  });

  test("with one group it is popularity, whatever the damping", () => {
    const scores = new GroupPopularity({ factors: 2, groups: 1 })
      .fit(smallRatings)
      .recommend(10, { count: 9 });
    const counts = new Popularity().fit(smallRatings).recommend(10, { count: 9 });
    expect(scores.map(({ itemId }) => itemId)).toEqual(counts.map(({ itemId }) => itemId));
    for (const [place, { score }] of scores.entries())
      expect(score).toBeCloseTo(counts[place]!.score / 6, 12);
  });

  test("refuses more groups than users, and settings out of range", () => {
    expect(() => new GroupPopularity({ groups: 7 }).fit(smallRatings)).toThrow(
      "groups: 7 is more than the 6 users",
    );
    expect(() => new GroupPopularity({ groups: 0 })).toThrow("groups: 0");
    expect(() => new GroupPopularity({ damping: Number.POSITIVE_INFINITY })).toThrow("damping: Infinity");
    expect(() => new GroupPopularity({ starts: 0 })).toThrow("starts: 0");
  });

  test("a saved one comes back with its groups; one whose groups do not fit is refused", () => {
    const fitted = new GroupPopularity({ factors: 2, groups: 2 }).fit(camps);
    const loaded = modelFromBuffer(modelToBuffer(fitted)) as typeof fitted;
    expect(loaded.groups.sizes).toEqual(fitted.groups.sizes);
    expect(loaded.foldIn([{ itemId: "x", rating: 5 }]).predict("y")).toBe(fitted.predict(9, "y"));
    const [settings, ratings, parts] = [fitted.settings, camps, fitted.parts()];
    const { items } = camps;
    const saved = { settings, ratings, items, names: [] };
    for (const labels of [new Int32Array(3), new Int32Array(10).fill(2), new Float64Array(10)]) {
      expect(() => GroupPopularity.restore({ ...saved, arrays: { labels }, parts })).toThrow(
        "groups do not fit",
      );
    }
    const arrays = { labels: fitted.groups.labels };
    expect(() => GroupPopularity.restore({ ...saved, arrays, parts: [] })).toThrow("groups do not fit");
  });
});
