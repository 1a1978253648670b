import { describe, expect, test } from "vitest";
import { hasSimilarItems } from "../../../src/models/contract/has-similar-items.js";
import { hasSimilarUsers } from "../../../src/models/contract/has-similar-users.js";
import type { FittedModel, Model } from "../../../src/models/contract/model.js";
import type { RecommendOptions } from "../../../src/models/contract/recommend-options.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import type { Id } from "../../../src/ratings/id-index.js";
import { Ratings } from "../../../src/ratings/ratings.js";

/**
 * Six users and five items with unobserved pairs, rows in no order, ids that are not their index.
 */
const rows = [
  [30, "e", 2],
  [10, "a", 5],
  [20, "a", 4],
  [10, "b", 3],
  [40, "c", 1],
  [20, "b", 3],
  [30, "c", 4],
  [40, "a", 5],
  [50, "d", 3],
  [50, "a", 4],
  [60, "b", 2],
  [60, "c", 5],
  [20, "d", 1],
] as const;

export const smallRatings = Ratings.from(
  rows.map(([userId, itemId, rating], row) => ({ userId, itemId, rating, timestamp: 1000 + row })),
);

/** Models whose update equals a new fit. */
const FITTED_AGAIN = [
  ...["GlobalMean", "MeanRating", "Popularity", "Baseline", "NormalRandom"],
  ...["ItemKnn", "UserKnn", "SlopeOne", "Ease", "Slim", "RandomWalk", "PureSvd"],
];

/** Models that keep the factors of known items when they are updated. */
const FACTOR_MODELS = [
  ...["ExplicitAls", "FunkSvd", "SvdPlusPlus", "Nmf", "BatchFactorization"],
  ...["ImplicitAls", "LogisticMf", "Bpr", "Warp"],
];

/** Factor models that cannot learn new items from users. */
const OF_PAIRS = ["Bpr", "Warp"];

/**
 * What every model must keep to, whatever it computes.
 *
 * @param drawsInOrder whether `predictMany` draws random numbers in the order of the pairs, as
 *   NormalRandom
 */
export function conformance(model: Model, { drawsInOrder = false } = {}): void {
  describe(`${model.name} keeps the contract:`, () => {
    const ratings = smallRatings;
    const fitted = model.fit(ratings);
    const items = fitted.items.ids;

    test("fit changes neither settings nor ratings, and its result is frozen", () => {
      const before = [checksum(ratings), JSON.stringify(model.settings)];
      model.fit(ratings).recommend(10);
      expect([checksum(ratings), JSON.stringify(model.settings)]).toEqual(before);
      expect(Object.isFrozen(fitted)).toBe(true);
      expect(Object.isFrozen(model.settings)).toBe(true);
      expect(fitted.name).toBe(model.name);
      expect(fitted.settings).toEqual(model.settings);
      expect(structuredClone(fitted.settings)).toEqual(model.settings);
    });

    test("items beyond the ratings come after those of the ratings, and can be folded in", () => {
      const known = ratings.items.ids;
      expect(items.slice(0, known.length)).toEqual(known);
      for (const itemId of items.slice(known.length)) {
        expect(ratings.ofItem(itemId)).toEqual([]);
        const newUser = fitted.foldIn([{ itemId, rating: 4 }]);
        expect(newUser.recommend({ count: 99 }).map((item) => item.itemId)).not.toContain(itemId);
      }
    });

    test("two fits give the same scores", () => {
      expect(allScores(model.fit(ratings))).toEqual(allScores(fitted));
    });

    test("fitting to nothing is a RangeError", () => {
      expect(() => model.fit(ratings.filter(() => false))).toThrow(RangeError);
    });

    test("predict is NaN for unknown users and items", () => {
      for (const [userId, itemId] of [
        [99, "a"],
        [10, "z"],
        ["10", "a"],
        [99, "z"],
      ] as const) {
        expect(fitted.predict(userId, itemId)).toBeNaN();
      }
    });

    test("predictMany is predict for each pair", () => {
      const pairs = [
        { userId: 10, itemId: "c" },
        { userId: 99, itemId: "a" },
        { userId: 60, itemId: "e" },
      ];
      const [many, each] = [
        fitted.predictMany(pairs),
        pairs.map((pair) => fitted.predict(pair.userId, pair.itemId)),
      ];
      if (drawsInOrder) expect([...many].map(Number.isNaN)).toEqual(each.map(Number.isNaN));
      else expect([...many]).toEqual(each);
      expect(fitted.predictMany(pairs)).toEqual(many);
      expect(fitted.predictMany([])).toHaveLength(0);
    });

    test("recommend ranks what predict gives, equal scores by item index", () => {
      for (const userId of ratings.users.ids) {
        const expected = items
          .map((itemId) => ({ itemId, score: fitted.predict(userId, itemId) }))
          .filter(({ score }) => !Number.isNaN(score))
          .sort((a, b) => b.score - a.score);
        expect(fitted.recommend(userId, { count: 99, excludeSeen: false })).toEqual(expected);
        expect(fitted.recommend(userId, { count: 2, excludeSeen: false })).toEqual(expected.slice(0, 2));
      }
    });

    test("recommend leaves out what the user has rated", () => {
      for (const userId of ratings.users.ids) {
        const seen = ratings.ofUser(userId).map(({ itemId }) => itemId);
        const all = fitted.recommend(userId, { count: 99, excludeSeen: false });
        expect(fitted.recommend(userId, { count: 99 })).toEqual(
          all.filter(({ itemId }) => !seen.includes(itemId)),
        );
      }
    });

    test("recommend keeps to the candidates, unknown ones aside", () => {
      const all = fitted.recommend(40, { count: 99 });
      const candidates = ["e", "b", "z", "e"];
      expect(fitted.recommend(40, { candidates })).toEqual(
        all.filter(({ itemId }) => candidates.includes(String(itemId))),
      );
      expect(fitted.recommend(40, { candidates: [] })).toEqual([]);
      expect(fitted.recommend(40, { candidates: new Set(["z"]) })).toEqual([]);
    });

    test("recommend leaves out excluded items, and unknown ones change nothing", () => {
      for (const userId of ratings.users.ids) {
        const all = fitted.recommend(userId, { count: 99 });
        const exclude = ["b", "z", ...all.slice(0, 1).map(({ itemId }) => itemId)];
        const rest = all.filter(({ itemId }) => !exclude.includes(itemId));
        expect(fitted.recommend(userId, { count: 99, exclude })).toEqual(rest);
        expect(fitted.recommend(userId, { exclude: new Set(exclude), candidates: items })).toEqual(rest);
      }
      expect(fitted.recommend(40, { exclude: items })).toEqual([]);
    });

    test("recommend keeps to the filter, with and without candidates", () => {
      const filter = (itemId: Id) => itemId !== "b" && itemId !== "e";
      for (const userId of ratings.users.ids) {
        const all = fitted.recommend(userId, { count: 99 });
        const passing = all.filter(({ itemId }) => filter(itemId));
        expect(fitted.recommend(userId, { count: 99, filter })).toEqual(passing);
        expect(fitted.recommend(userId, { filter, candidates: ["a", "b", "c"] })).toEqual(
          passing.filter(({ itemId }) => ["a", "c"].includes(String(itemId))),
        );
      }
      expect(fitted.recommend(40, { filter: () => false })).toEqual([]);
      expect(fitted.recommend(40, { filter: (itemId) => itemId === "b", exclude: ["b"] })).toEqual([]);
    });

    test("an unknown id whose other type exists is named", () => {
      expect(() => fitted.recommend("10")).toThrow(
        'user "10" is not among the 6 users the model was fitted on; ' + "there is a user 10 (a number)",
      );
      expect(() => fitted.explain("10", "a")).toThrow("there is a user 10 (a number)");
    });

    test("unknown items of a new user are skipped and listed, if asked for", () => {
      const known = fitted.foldIn([{ itemId: "a", rating: 5 }]);
      const own = [
        { itemId: "z", rating: 3 },
        { itemId: "a", rating: 5 },
        { itemId: 7, rating: 1 },
      ];
      const newUser = fitted.foldIn(own, { onUnknownItem: "skip" });
      expect(newUser.skipped).toEqual(["z", 7]);
      expect(known.skipped).toEqual([]);
      expect(newUser.recommend({ count: 99 })).toEqual(known.recommend({ count: 99 }));
      expect(() => fitted.foldIn(own, { onUnknownItem: "throw" })).toThrow(
        'onUnknownItem: "skip" leaves it out',
      );
      expect(() => fitted.foldIn(own, { onUnknownItem: "ignore" as never })).toThrow(
        'onUnknownItem: "ignore" is none of "throw", "skip"',
      );
    });

    test("recommendAll gives what recommend gives, whatever the options", async () => {
      const optionsOf: RecommendOptions[] = [
        {},
        { count: 2 },
        { count: 99, excludeSeen: false },
        { count: 0 },
        { exclude: ["a", "z"] },
        { candidates: ["e", "b", "z", "e"] },
        { candidates: ["c"], excludeSeen: false },
        { candidates: items, exclude: ["d"], count: 3 },
        { candidates: [] },
        { filter: (itemId: Id) => itemId !== "a" },
      ];
      for (const options of optionsOf) {
        for (const users of [undefined, [60, 10], [30, 30]]) {
          const lists = await fitted.recommendAll({ ...options, users });
          expect(lists.users.ids).toEqual([...new Set(users ?? ratings.users.ids)]);
          for (const userId of lists.users.ids)
            expect(lists.ofUser(userId)).toEqual(fitted.recommend(userId, options));
        }
      }
    });

    test("several users and some items are scored as each user and all items are", () => {
      const width = items.length;
      const all = Float64Array.from(allScores(fitted).flat());
      for (const users of [[], [2], [3, 0, 5, 1, 2, 4, 0, 1, 2, 3, 4, 5], [4, 4, 1]]) {
        const scores = new Float64Array(users.length * width);
        fitted.scoreUsers(Int32Array.from(users), scores);
        const expected = users.flatMap((user) => [...all.subarray(user * width, (user + 1) * width)]);
        expect([...scores]).toEqual(expected);
      }
      for (const user of [0, 3]) {
        for (const some of [[], [1], [0, 2, 4], [...items.keys()]]) {
          const scores = new Float64Array(some.length);
          fitted.scoreSome(user, Int32Array.from(some), scores);
          expect([...scores]).toEqual(some.map((item) => all[user * width + item]));
        }
      }
    });

    test("recommend refuses an unknown user and a count that is none", () => {
      expect(() => fitted.recommend(99)).toThrow(/user 99 is not among the 6 users .* foldIn/);
      expect(() => fitted.recommend(10, { count: -1 })).toThrow(
        "count: -1 is not a whole number of at least 0",
      );
      expect(() => fitted.recommend(10, { count: 1.5 })).toThrow("count: 1.5");
      expect(fitted.recommend(10, { count: 0 })).toEqual([]);
    });

    test("base and shares of an explanation add up to the score", () => {
      for (const userId of ratings.users.ids) {
        for (const itemId of items) {
          const { base, contributions } = fitted.explain(userId, itemId);
          const sum = contributions.reduce((total, { share }) => total + share, base);
          const score = fitted.predict(userId, itemId);
          if (!Number.isNaN(score)) expect(sum).toBeCloseTo(score, 9);
        }
      }
      expect(() => fitted.explain(10, "z")).toThrow('item "z" is not among the');
      expect(() => fitted.explain(99, "a")).toThrow("user 99 is not among");
    });

    test("folding in a new user changes nothing in the model", () => {
      const before = allScores(fitted);
      const newUser = fitted.foldIn([
        { itemId: "a", rating: 5 },
        { itemId: "c", rating: 1 },
      ]);
      const recommended = newUser.recommend({ count: 99 });
      expect(recommended.map(({ itemId }) => itemId)).not.toContain("a");
      for (const { itemId, score } of recommended) expect(newUser.predict(itemId)).toBe(score);
      expect(newUser.predict("z")).toBeNaN();
      expect(newUser.recommend({ count: 99 })).toEqual(recommended);
      expect(allScores(fitted)).toEqual(before);
    });

    test("a user without ratings gets scores from the model, or none", () => {
      const newUser = fitted.foldIn([]);
      const recommended = newUser.recommend({ count: 99 });
      expect(recommended.length).toBeLessThanOrEqual(items.length);
      for (const { score } of recommended) expect(score).not.toBeNaN();
    });

    test("the ratings of a new user are checked", () => {
      expect(() => fitted.foldIn([{ itemId: "z", rating: 5 }])).toThrow('item "z" is not among the');
      expect(() => fitted.foldIn([{ itemId: "a", rating: Number.NaN }])).toThrow(
        "rating NaN of item a is not a finite number",
      );
      expect(() =>
        fitted.foldIn([
          { itemId: "a", rating: 1 },
          { itemId: "a", rating: 2 },
        ]),
      ).toThrow("item a is rated twice");
    });

    describe("update", () => {
      const newUser = [
        { userId: 70, itemId: "a", rating: 5 },
        { userId: 70, itemId: "c", rating: 1 },
      ];
      const newItem = [
        { userId: 10, itemId: "f", rating: 4 },
        { userId: 70, itemId: "f", rating: 2 },
      ];

      test("changes nothing in the model, and gives one that is as complete", () => {
        if (!FITTED_AGAIN.includes(model.name) && !FACTOR_MODELS.includes(model.name)) {
          const sentence = `${model.name} cannot be updated; fit it to ratings.concat(more)`;
          expect(() => fitted.update(newUser)).toThrow(new RangeError(sentence));
          return;
        }
        const before = [checksum(ratings), allScores(fitted)];
        const updated = fitted.update(newUser);
        expect([checksum(ratings), allScores(fitted)]).toEqual(before);
        expect(Object.isFrozen(updated)).toBe(true);
        expect(updated.settings).toEqual(model.settings);
        expect([...updated.ratings]).toEqual([...ratings.concat(newUser)]);
        expect(updated.recommend(70, { count: 99 }).map(({ itemId }) => itemId)).not.toContain("a");
        const loaded = modelFromBuffer(modelToBuffer(updated));
        expect(allScores(loaded)).toEqual(allScores(updated));
        expect(() => fitted.update([{ userId: 10, itemId: "a", rating: 1 }])).toThrow("a rating already");
        expect(allScores(fitted.update([]))).toEqual(before[1]);
      });

      if (FITTED_AGAIN.includes(model.name)) {
        test("gives what a new fit gives", () => {
          const again = model.fit(ratings.concat([...newUser, ...newItem]));
          const updated = fitted.update(newUser).update(newItem);
          expect(updated.items.ids).toEqual(again.items.ids);
          const scores = Float64Array.from(allScores(updated).flat());
          for (const [k, score] of allScores(again).flat().entries()) {
            if (Number.isNaN(score)) expect(scores[k]).toBeNaN();
            else expect(Math.abs(scores[k]! - score)).toBeLessThan(1e-9);
          }
        });
      }

      if (FACTOR_MODELS.includes(model.name)) {
        test("leaves all others as they were", () => {
          const scores = allScores(fitted.update(newUser));
          expect(scores.slice(0, -1)).toEqual(allScores(fitted));
        });

        test("learns a new item from its ratings, or says that it cannot", () => {
          if (OF_PAIRS.includes(model.name)) {
            const sentence = `${model.name} cannot be updated with new items; fit it`;
            expect(() => fitted.update(newItem)).toThrow(sentence);
            return;
          }
          const updated = fitted.update(newItem);
          expect(updated.predict(20, "f")).not.toBeNaN();
          expect(updated.predict(70, "f")).not.toBeNaN();
          const known = items.map((itemId) => updated.predict(20, itemId));
          expect(known).toEqual(items.map((itemId) => fitted.predict(20, itemId)));
        });
      }
    });

    test("similar items and users are others, the most similar first; an unknown one is refused", () => {
      const known: {
        ids: readonly Id[];
        similar: (id: Id, count: number) => { id: Id; similarity: number }[];
      }[] = [];
      if (hasSimilarItems(fitted)) {
        const similar = (itemId: Id, count: number) =>
          fitted.similarItems(itemId, { count }).map((each) => ({ id: each.itemId, ...each }));
        known.push({ ids: items, similar });
        expect(() => fitted.similarItems("z")).toThrow('item "z" is not among the');
      }
      if (hasSimilarUsers(fitted)) {
        const similar = (userId: Id, count: number) =>
          fitted.similarUsers(userId, { count }).map((each) => ({ id: each.userId, ...each }));
        known.push({ ids: ratings.users.ids, similar });
        expect(() => fitted.similarUsers(99)).toThrow("user 99 is not among");
      }
      expect(known.length > 0).toBe("similarItems" in fitted || "similarUsers" in fitted);
      for (const { ids, similar } of known) {
        for (const id of ids) {
          const all = similar(id, 99);
          expect(all.map((each) => each.id)).not.toContain(id);
          for (const each of all) expect(ids).toContain(each.id);
          const similarities = all.map(({ similarity }) => similarity);
          expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
          expect(similar(id, 2)).toEqual(all.slice(0, 2));
          expect(similar(id, 0)).toEqual([]);
        }
      }
    });

    test("saved and loaded again it is the same", () => {
      const loaded = modelFromBuffer(modelToBuffer(fitted));
      expect(loaded.name).toBe(fitted.name);
      expect(loaded.settings).toEqual(fitted.settings);
      expect(loaded.inStars).toBe(fitted.inStars);
      expect(loaded.items.ids).toEqual(items);
      expect(allScores(loaded)).toEqual(allScores(fitted));
      expect(loaded.recommend(10)).toEqual(fitted.recommend(10));
      expect([...loaded.ratings]).toEqual([...ratings]);
      expect(loaded.ratings.scale).toEqual(ratings.scale);
      expect(new Uint8Array(modelToBuffer(loaded))).toEqual(new Uint8Array(modelToBuffer(fitted)));
    });
  });
}

/** Every score, by user and item. */
export function allScores(fitted: FittedModel): number[][] {
  const { items, ratings } = fitted;
  return ratings.users.ids.map((userId) => items.ids.map((itemId) => fitted.predict(userId, itemId)));
}

function checksum(ratings: Ratings): string {
  return JSON.stringify([...ratings]) + JSON.stringify([ratings.byUser, ratings.byItem, ratings.scale]);
}
