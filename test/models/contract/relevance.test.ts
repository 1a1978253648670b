import { describe, expect, test } from "vitest";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { GenreContent } from "../../../src/models/content/genre-content.js";
import type { FittedModel, Model } from "../../../src/models/contract/model.js";
import { relevantHistory, relevantPart } from "../../../src/models/contract/relevance.js";
import { ImplicitAls } from "../../../src/models/factors/implicit-als.js";
import { Bpr } from "../../../src/models/factors/negative-sampling/bpr.js";
import { LogisticMf } from "../../../src/models/factors/negative-sampling/logistic-mf.js";
import { Warp } from "../../../src/models/factors/negative-sampling/warp.js";
import { PureSvd } from "../../../src/models/factors/pure-svd.js";
import { GroupPopularity } from "../../../src/models/groups/group-popularity.js";
import { Ease } from "../../../src/models/item-weights/ease.js";
import { RandomWalk } from "../../../src/models/item-weights/random-walk.js";
import { Slim } from "../../../src/models/item-weights/slim.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { UserKnn } from "../../../src/models/neighbors/user-knn.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import type { Feedback } from "../../../src/ratings/feedback.js";
import { Interactions } from "../../../src/ratings/interactions.js";
import { Ratings } from "../../../src/ratings/ratings.js";

/** Users 0 to 7, items 0 to 5; every user and item has a rating of 4 or 5, and some lower ones. */
const rows = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((user) =>
  [0, 1, 2, 3].map((k) => ({
    userId: user,
    itemId: (user + k * (1 + (user % 2))) % 6,
    rating: k === 3 ? 1 + (user % 3) : 4 + ((user + k) % 2),
  })),
);
const unique = rows.filter(
  ({ userId, itemId }, place) =>
    rows.findIndex((each) => each.userId === userId && each.itemId === itemId) === place,
);
// The ids of the liked rows first, so that a filter keeps the order of users and items.
const ratings = Ratings.from([...unique].sort((a, b) => Number(b.rating >= 4) - Number(a.rating >= 4)));
const liked = ratings.filter(({ rating }) => rating >= 4);

type Ranker = new (settings: { relevantFrom?: number }) => Model;

class SumItemKnn extends ItemKnn {
  constructor(settings: object) {
    super({ aggregate: "sum", ...settings });
  }
}
class SumUserKnn extends UserKnn {
  constructor(settings: object) {
    super({ aggregate: "sum", ...settings });
  }
}
function Genres(settings: object): Model {
  const items = [0, 1, 2, 3, 4, 5].map((itemId) => ({
    itemId,
    genres: [`g${itemId % 2}`, `h${itemId % 3}`],
  }));
  return new GenreContent({ aggregate: "sum", ...settings }).of(items);
}
class OnDemandWalk extends RandomWalk {
  constructor(settings: object) {
    super({ onDemand: true, binary: false, ...settings });
  }
}

const rankers: [string, Ranker][] = [
  ["Popularity", Popularity],
  [
    "GroupPopularity",
    class extends GroupPopularity {
      constructor(settings: object) {
        super({ groups: 2, factors: 2, ...settings });
      }
    },
  ],
  ["Ease", Ease],
  [
    "Slim",
    class extends Slim {
      constructor(settings: object) {
        super({ regularization: 1, ...settings });
      }
    },
  ],
  ["RandomWalk", RandomWalk],
  ["RandomWalk onDemand", OnDemandWalk],
  [
    "ImplicitAls",
    class extends ImplicitAls {
      constructor(settings: object) {
        super({ factors: 3, ...settings });
      }
    },
  ],
  [
    "Bpr",
    class extends Bpr {
      constructor(settings: object) {
        super({ factors: 3, iterations: 5, ...settings });
      }
    },
  ],
  [
    "Warp",
    class extends Warp {
      constructor(settings: object) {
        super({ factors: 3, iterations: 5, ...settings });
      }
    },
  ],
  [
    "LogisticMf",
    class extends LogisticMf {
      constructor(settings: object) {
        super({ factors: 3, iterations: 5, ...settings });
      }
    },
  ],
  [
    "PureSvd",
    class extends PureSvd {
      constructor(settings: object) {
        super({ factors: 3, ...settings });
      }
    },
  ],
  ["ItemKnn", SumItemKnn],
  ["UserKnn", SumUserKnn],
  ["GenreContent", Genres as unknown as Ranker],
];

const scoresOf = (fitted: FittedModel) =>
  liked.users.ids.map((userId) => liked.items.ids.map((itemId) => fitted.predict(userId, itemId)));

describe.each(rankers)("%s with relevantFrom", (_, Class) => {
  const fitted = new Class({ relevantFrom: 4 }).fit(ratings);

  test("scores as a model of the higher ratings alone, and leaves out all seen items", () => {
    const judge = new Class({}).fit(liked);
    expect(
      scoresOf(judge)
        .flat()
        .some((score) => score !== 0 && !Number.isNaN(score)),
    ).toBe(true);
    const [scores, expected] = [scoresOf(fitted), scoresOf(judge)];
    for (const [user, ofUser] of scores.entries())
      for (const [item, score] of ofUser.entries()) expect(score).toBeCloseTo(expected[user]![item]!, 10);
    for (const userId of ratings.users.ids) {
      const seen = ratings.ofUser(userId).map(({ itemId }) => itemId);
      for (const { itemId, score } of fitted.recommend(userId)) {
        expect(seen).not.toContain(itemId);
        expect(score).toBeCloseTo(fitted.predict(userId, itemId), 10);
      }
    }
  });

  test("explains nothing by a lower rating", () => {
    for (const userId of ratings.users.ids) {
      for (const itemId of ratings.items.ids) {
        for (const { rating } of fitted.explain(userId, itemId).contributions)
          expect(rating).toBeGreaterThanOrEqual(4);
      }
    }
  });

  test("learns nothing of the lower ratings of a new user, and does not recommend them", () => {
    const own = [
      { itemId: 0, rating: 5 },
      { itemId: 2, rating: 4 },
    ];
    const [all, high] = [fitted.foldIn([{ itemId: 1, rating: 1 }, ...own]), fitted.foldIn(own)];
    for (const itemId of ratings.items.ids) {
      expect(all.predict(itemId)).toBe(high.predict(itemId));
      for (const { rating } of all.explain(itemId).contributions) expect(rating).toBeGreaterThanOrEqual(4);
    }
    expect(all.recommend().map(({ itemId }) => itemId)).not.toContain(1);
    const none = fitted.foldIn([{ itemId: 1, rating: 1 }]);
    const without = fitted.foldIn([]);
    for (const itemId of ratings.items.ids) expect(none.predict(itemId)).toBe(without.predict(itemId));
  });

  test("is the same after saving", () => {
    const loaded = modelFromBuffer(modelToBuffer(fitted));
    expect(scoresOf(loaded)).toEqual(scoresOf(fitted));
    expect(loaded.recommend(0)).toEqual(fitted.recommend(0));
  });

  test("is refused where no rating is as high", () => {
    if (Class === Popularity) return;
    expect(() => new Class({ relevantFrom: 6 }).fit(ratings)).toThrow(
      `relevantFrom: 6 leaves none of ${ratings.count} ratings; take less`,
    );
    expect(() => new Class({ relevantFrom: "4" as never })).toThrow('relevantFrom: "4" is not a number');
  });

  test("fits interactions, folds them in, and saves them", () => {
    const given = [...ratings].map(({ userId, itemId, rating }) => ({ userId, itemId, weight: rating }));
    const interactions = Interactions.from(given);
    const model = new Class({}).fit(interactions);
    for (const { score } of model.recommend(0, { count: 9 })) expect(score).not.toBeNaN();
    const folded = model.foldIn([{ itemId: 0, weight: 2 }, { itemId: 0 }, { itemId: 3 }]);
    const summed = model.foldIn([
      { itemId: 0, weight: 3 },
      { itemId: 3, weight: 1 },
    ]);
    for (const itemId of [0, 1, 2, 3, 4, 5]) expect(folded.predict(itemId)).toBe(summed.predict(itemId));
    expect(() => model.foldIn([{ itemId: 0, rating: 4 }])).toThrow(
      "item 0 has a rating, but the model was fitted to interactions",
    );
    expect(() => model.foldIn([{ itemId: 0, weight: -1 }])).toThrow(
      "weight -1 of item 0 is not a number of at",
    );
    const loaded = modelFromBuffer(modelToBuffer(model));
    expect(loaded.ratings).toBeInstanceOf(Interactions);
    expect([...loaded.ratings]).toEqual([...interactions]);
    expect(loaded.recommend(0)).toEqual(model.recommend(0));
    expect(() => new Class({}).fit(Interactions.from([]))).toThrow();
  });
});

test("weights count where binary is not set, as ratings do with binary: false", () => {
  const interactions = Interactions.from(
    [...ratings].map(({ userId, itemId, rating }) => ({ userId, itemId, weight: rating })),
  );
  for (const binary of [true, false]) {
    const expected = scoresOf(new Ease({ binary }).fit(ratings));
    expect(scoresOf(new Ease({ binary }).fit(interactions))).toEqual(expected);
  }
  expect(scoresOf(new Ease().fit(interactions))).toEqual(scoresOf(new Ease({ binary: false }).fit(ratings)));
  expect(scoresOf(new Ease().fit(ratings))).toEqual(scoresOf(new Ease({ binary: true }).fit(ratings)));
});

test("relevantFrom has no effect on models that predict ratings, and is refused", () => {
  const sentence = 'relevantFrom: 4 is for models that rank; set aggregate to "sum"';
  expect(() => new ItemKnn({ relevantFrom: 4 })).toThrow(sentence);
  expect(() => new UserKnn({ relevantFrom: 4 })).toThrow(sentence);
  expect(() => new GenreContent({ relevantFrom: 4 })).toThrow(sentence);
});

test("the relevant part keeps all ids and the kind, and all of it is the data itself", () => {
  const part = relevantPart(ratings, { relevantFrom: 4 });
  expect([...part]).toEqual([...liked]);
  expect([part.users, part.items]).toEqual([ratings.users, ratings.items]);
  const data: Feedback = ratings;
  expect(relevantPart(data, { relevantFrom: undefined })).toBe(ratings);
  expect(relevantPart(data, { relevantFrom: 1 })).toBe(ratings);
  const history = { userIndex: 3, itemIndices: Int32Array.of(5, 6), values: Float64Array.of(2, 4) };
  expect(relevantHistory(history, { relevantFrom: undefined })).toBe(history);
  expect(relevantHistory(history, { relevantFrom: 3 })).toEqual({
    userIndex: 3,
    itemIndices: Int32Array.of(6),
    values: Float64Array.of(4),
  });
});
