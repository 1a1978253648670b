import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { decodeRatings, encodeRatings } from "../../../pages/front/ratings-file.js";
import { LIKED_FROM, PENALTIES, Recommender } from "../../../pages/front/recommender.js";
import { root } from "../../../scripts/lib/places.mjs";
import { loadDataset, type Movies, RandomWalk, Ratings } from "../../../src/index.js";

describe("on ml-latest-small", () => {
  let ratings: Ratings;
  let movies: Movies;
  let recommender: Recommender;

  beforeAll(async () => {
    ({ ratings, movies } = await loadDataset(join(root, "data/ml-latest-small")));
    const liked = ratings.filter(({ rating }) => rating >= LIKED_FROM);
    const titles = new Map(liked.items.ids.map((id) => [Number(id), movies.title(id)]));
    recommender = new Recommender(decodeRatings(encodeRatings({ ratings: liked, titles })));
  });

  test.each([0, 0.4])(
    "with penalty %d, gives the list and the shares of RandomWalk in Node",
    { tags: "slow" },
    (penalty) => {
      // Of few items, because here all weights are stored.
      const popular = ratings.withAtLeast({ perItem: 40 }).filter(({ rating }) => rating >= LIKED_FROM);
      const titles = new Map(popular.items.ids.map((id) => [Number(id), movies.title(id)]));
      const page = new Recommender(decodeRatings(encodeRatings({ ratings: popular, titles })));
      const own = [
        { itemId: movies.find("Matrix, The (1999)"), rating: 5 },
        { itemId: movies.find("Amelie (2001)"), rating: 4 },
        { itemId: movies.find("Titanic (1997)"), rating: 1 },
      ];
      const { advice, isPersonal } = page.answer({ own, penalty, atLeast: 1, count: 20 });

      const settings = { transitionPower: 0.7, popularityPenalty: penalty, binary: false };
      const reader = new RandomWalk(settings).fit(popular).foldIn(own.slice(0, 2));
      const expected = reader
        .recommend({ count: 21 })
        .filter(({ itemId }) => itemId !== own[2]!.itemId)
        .slice(0, 20);
      expect(isPersonal).toBe(true);
      expect(advice.map(({ itemId }) => itemId)).toEqual(expected.map(({ itemId }) => itemId));
      for (const [place, { itemId, score }] of expected.entries()) {
        const { contributions } = reader.explain(itemId);
        expect(advice[place]!.reasons).toEqual(
          contributions.map(({ itemId: from, rating, share }) => ({
            title: movies.title(from),
            rating,
            part: expect.closeTo(share / score, 12),
          })),
        );
      }
    },
  );

  test("a higher penalty brings movies that fewer people like", () => {
    const own = [{ itemId: movies.find("Matrix, The (1999)"), rating: 5 }];
    const fans = PENALTIES.map((penalty) => {
      const { advice } = recommender.answer({ own, penalty, atLeast: 1, count: 10 });
      return advice.reduce((sum, each) => sum + each.fans, 0);
    });
    expect(fans).toEqual([...fans].sort((a, b) => b - a));
    expect(fans.at(-1)).toBeLessThan(fans[0]! / 5);
  });
});

const people = Ratings.from(
  [
    ["a", [1, 2, 3]],
    ["b", [1, 2]],
    ["c", [1, 4]],
  ].flatMap(([user, items], userId) =>
    (items as number[]).map((itemId) => ({ userId, itemId, rating: user === "a" ? 5 : 4 })),
  ),
);
const small = new Recommender({
  ratings: people,
  titles: new Map([1, 2, 3, 4].map((id) => [id, `Movie ${id}`])),
});
const listed = (own: { itemId: number; rating: number }[], atLeast = 1) => {
  const { isPersonal, advice } = small.answer({ own, penalty: 0, atLeast, count: 10 });
  return [isPersonal, advice.map(({ itemId, fans }) => [itemId, fans])];
};

describe("on three people", () => {
  test("without ratings lists the most popular movies, without reasons", () => {
    expect(listed([])[0]).toBe(false);
    expect(listed([])[1]).toEqual([
      [1, 3],
      [2, 2],
      [3, 1],
      [4, 1],
    ]);
    const { advice } = small.answer({ own: [], penalty: 0, atLeast: 1, count: 1 });
    expect(advice).toEqual([{ itemId: 1, title: "Movie 1", fans: 3, reasons: [] }]);
  });

  test("a movie that the reader dislikes is left out and gives no reason", () => {
    expect(listed([{ itemId: 1, rating: 3 }])).toEqual([
      false,
      [
        [2, 2],
        [3, 1],
        [4, 1],
      ],
    ]);
    const { advice } = small.answer({
      own: [
        { itemId: 4, rating: 5 },
        { itemId: 2, rating: 1 },
      ],
      penalty: 0,
      atLeast: 1,
      count: 10,
    });
    expect(advice).toEqual([
      { itemId: 1, title: "Movie 1", fans: 3, reasons: [{ title: "Movie 4", rating: 5, part: 1 }] },
    ]);
  });

  test("leaves out movies that too few people like; maybe none is left", () => {
    expect(listed([{ itemId: 1, rating: 5 }], 2)).toEqual([true, [[2, 2]]]);
    expect(listed([{ itemId: 1, rating: 5 }], 9)).toEqual([true, []]);
  });
});
