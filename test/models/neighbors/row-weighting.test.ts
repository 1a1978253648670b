import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { RowWeighting, WEIGHTINGS, type WeightingName } from "../../../src/models/neighbors/row-weighting.js";
import { UserKnn } from "../../../src/models/neighbors/user-knn.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new ItemKnn({ weighting: "tf-idf", minNeighbors: 2 }));
conformance(new ItemKnn({ weighting: "bm25", aggregate: "sum", keep: 2 }));
conformance(new UserKnn({ weighting: "tf-idf", keep: 3 }));
conformance(new UserKnn({ weighting: "bm25", shrinkage: 2, aggregate: "sum" }));

type Judged = { similarities: number[][]; scores: (number | null)[][] };
const golden: { counts: number[][] } & Record<WeightingName, Judged> = JSON.parse(
  readFileSync(new URL("../../golden/weighted-neighbors.json", import.meta.url), "utf8"),
);
const counts = Ratings.from(
  golden.counts.flatMap((row, userId) =>
    row.map((rating, itemId) => ({ userId, itemId, rating })).filter(({ rating }) => rating > 0),
  ),
);

describe.each(WEIGHTINGS)("weighting %s, as in implicit", (weighting) => {
  const { similarities, scores } = golden[weighting];
  const settings = { weighting, aggregate: "sum", neighbors: Infinity } as const;

  test.each([undefined, 7])("similarities of items, with keep: %s", (keep) => {
    const model = new ItemKnn({ ...settings, keep }).fit(counts);
    for (const [itemId, row] of similarities.entries()) {
      const similar = model.similarItems(itemId, { count: 99 });
      const others = row.map((similarity, other) => ({ similarity, other }));
      const expected = others.filter(({ similarity, other }) => other !== itemId && similarity > 0);
      expect(similar).toHaveLength(expected.length);
      for (const { similarity, itemId: other } of similar)
        expect(similarity).toBeCloseTo(row[Number(other)]!, 12);
    }
  });

  test("scores", () => {
    const model = new ItemKnn(settings).fit(counts);
    let compared = 0;
    for (const [userId, row] of scores.entries()) {
      for (const [itemId, score] of row.entries()) {
        if (score === null) continue;
        expect(model.predict(userId, itemId)).toBeCloseTo(score, 11);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(40);
  });

  test("users are compared as items are, where both change places", () => {
    const swapped = Ratings.from(
      [...counts].map(({ userId, itemId, rating }) => ({ userId: itemId, itemId: userId, rating })),
    );
    const model = new UserKnn(settings).fit(swapped);
    for (const { userId, similarity } of model.similarUsers(2, { count: 99 }))
      expect(similarity).toBeCloseTo(similarities[2]![Number(userId)]!, 12);
  });
});

describe("weights", () => {
  test("by hand: of two rows and three columns", () => {
    const two = Ratings.from([
      { userId: "u", itemId: "x", rating: 4 },
      { userId: "v", itemId: "x", rating: 1 },
      { userId: "u", itemId: "y", rating: 1 },
    ]);
    const tfIdf = new RowWeighting("tf-idf", two.byItem, two.byUser);
    const idf = [Math.log(2 / 3), Math.log(2 / 2)];
    const expected = [2 * idf[0]!, idf[1]!, idf[0]!];
    for (const [k, value] of tfIdf.matrix(two.byItem).values.entries())
      expect(value).toBeCloseTo(expected[k]!, 12);
    const bm25 = new RowWeighting("bm25", two.byItem, two.byUser);
    // Lengths 5 and 1, 3 on average.
    const [x, y] = [1.2 * (0.25 + (0.75 * 5) / 3), 1.2 * (0.25 + 0.75 / 3)];
    const values = bm25.matrix(two.byItem).values;
    expect(values[0]).toBeCloseTo(((4 * 2.2) / (x + 4)) * idf[0]!, 12);
    expect(values[2]).toBeCloseTo((2.2 / (y + 1)) * idf[0]!, 12);
  });

  test("a new user with the ratings of a known one is as similar to the others", () => {
    for (const weighting of WEIGHTINGS) {
      const model = new UserKnn({ weighting, neighbors: 2 }).fit(smallRatings);
      const folded = model.foldIn([
        { itemId: "e", rating: 2 },
        { itemId: "c", rating: 4 },
      ]);
      // User 30 has these ratings and is the new user's own neighbour, but rated neither a nor b.
      for (const itemId of ["a", "b"])
        expect(folded.predict(itemId)).toBeCloseTo(model.predict(30, itemId), 12);
    }
  });

  test("are for cosines of ratings that are not below 0", () => {
    expect(() => new ItemKnn({ weighting: "bm25", similarity: "pearson" })).toThrow(
      'weighting: "bm25" is not defined for similarity "pearson"; take "cosine"',
    );
    const below = smallRatings.concat([{ userId: 60, itemId: "a", rating: -1 }]);
    expect(() => new ItemKnn({ weighting: "tf-idf" }).fit(below)).toThrow("row 13: rating -1 is below 0");
    expect(() => new ItemKnn().fit(below)).not.toThrow();
  });
});
