import { describe, expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { UserKnn } from "../../../src/models/neighbors/user-knn.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { CsrMatrix } from "../../../src/sparse/csr-matrix.js";
import { tableOf } from "../../sparse/matrices.js";

/** Ann rated x and y, Bob rated x only. */
const ratings = Ratings.from([
  { userId: "ann", itemId: "x", rating: 3 },
  { userId: "ann", itemId: "y", rating: 4 },
  { userId: "bob", itemId: "x", rating: 2 },
]);

describe.each([
  // The items (3, 2) and (4, 0); by user means, Bob's is 2.
  { model: ItemKnn, cosine: 12 / (Math.sqrt(13) * 4), plain: 2, byRow: 4 + (2 - 2.5), byColumn: 2 },
  // The users (3, 4) and (2, 0); by item means, that of y is 4.
  { model: UserKnn, cosine: 6 / (5 * 2), plain: 4, byRow: 2 + (4 - 3.5), byColumn: 4 },
])("fitted $model.kind", ({ model, cosine, plain, byRow, byColumn }) => {
  test("saves the similarities of its rows", () => {
    const { starts, indices, values } = new model().fit(ratings).state();
    const similarities = CsrMatrix.fromRows({
      starts: starts as Int32Array,
      indices: indices as Int32Array,
      values: values as Float64Array,
      columnCount: 2,
    });
    const [[none, forward], [back]] = tableOf(similarities) as [[number, number], [number]];
    expect(none).toBe(0);
    expect(forward).toBeCloseTo(cosine, 15);
    expect(back).toBe(forward);
  });

  test("predicts stars, unless it adds up similarities", () => {
    const inStars = (aggregate: "weighted-mean" | "mean" | "sum") =>
      new model({ aggregate }).fit(ratings).inStars;
    expect([inStars("weighted-mean"), inStars("mean"), inStars("sum")]).toEqual([true, true, false]);
  });

  test("averages the ratings of a column, centred by rows or by columns", () => {
    // The only neighbour for Bob and y: his x (ItemKnn), or Ann's y (UserKnn).
    const predicted = (center: "none" | "mean" | "user-mean" | "item-mean", damping = 0) =>
      new model({ center, damping }).fit(ratings).predict("bob", "y");
    expect(predicted("none")).toBeCloseTo(plain, 14);
    expect(predicted("mean")).toBeCloseTo(byRow, 14);
    // Without damping the offset of the column cancels out; its residual is 0.
    expect(predicted(model === ItemKnn ? "user-mean" : "item-mean", 1)).toBeCloseTo(byColumn, 14);
  });

  test("is frozen, with its settings", () => {
    const fitted = new model({ neighbors: 3 }).fit(ratings);
    expect(Object.isFrozen(fitted)).toBe(true);
    expect(fitted.settings.neighbors).toBe(3);
  });
});

test.each([
  new ItemKnn(),
  new ItemKnn({ similarity: "jaccard", neighbors: 5, center: "z-score" }),
  new ItemKnn({ aggregate: "sum", neighbors: 7, keep: 30 }),
  new UserKnn(),
  new UserKnn({ similarity: "pearson", positiveOnly: false, center: "mean", damping: 1, keep: 40 }),
  new UserKnn({ aggregate: "mean", center: "baseline", neighbors: 9, candidateUsers: 50 }),
])("many users together have the bits of one after the other: $name $settings", (model) => {
  const draws = random({ seed: 4 });
  const many = Ratings.from(
    Array.from({ length: 300 * 200 }, (_, k) => ({
      userId: Math.floor(k / 200),
      itemId: (k * 7) % 200,
      rating: 1 + Math.floor(5 * draws.uniform()),
    })).filter(() => draws.uniform() < 0.5),
  );
  const fitted = model.fit(many);
  const job = fitted.openScores({ users: 300, perTile: 9 });
  const users = Int32Array.of(299, 0, 150, 7);
  const together = job.of(users);
  const alone = new Float64Array(many.items.size);
  for (const [place, user] of users.entries()) {
    fitted.scoreItems(user, alone);
    const start = place * job.stride;
    expect([...together.subarray(start, start + alone.length)]).toEqual([...alone]);
  }
  job.close();
});
