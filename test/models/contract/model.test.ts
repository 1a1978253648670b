import { describe, expect, test } from "vitest";
import { type Explanation, FittedModel, type History } from "../../../src/models/contract/model.js";
import { IdIndex } from "../../../src/ratings/id-index.js";
import { Ratings } from "../../../src/ratings/ratings.js";

/**
 * Users a and b, items x, y and z; a model that knows an item w besides, and scores x 1, y 2, z 2,
 * w NaN.
 */
const ratings = Ratings.from([
  { userId: "a", itemId: "x", rating: 5 },
  { userId: "b", itemId: "y", rating: 3 },
  { userId: "b", itemId: "z", rating: 4 },
]);

class Toy extends FittedModel {
  readonly name = "Toy";
  readonly settings = {};
  readonly inStars = false;

  scoreItems(_userIndex: number, into: Float64Array): void {
    into.set([1, 2, 2, Number.NaN]);
  }

  /** A user with so many ratings scores every item by their number. */
  scoreItemsFor({ itemIndices }: History, into: Float64Array): void {
    into.fill(itemIndices.length);
  }

  state() {
    return {};
  }

  explainFor({ userIndex, values }: History, itemIndex: number): Explanation {
    return {
      base: 10 * userIndex + itemIndex,
      contributions: [{ itemId: "x", rating: values[0]!, share: 0 }],
    };
  }
}

const fitted = new Toy(ratings, IdIndex.from(["x", "y", "z", "w"]));
const idsOf = (list: readonly { itemId: unknown }[]) => list.map(({ itemId }) => itemId);

describe("recommend", () => {
  test("ranks by score, equal ones by index, without rated items and those without a score", () => {
    expect(fitted.recommend("a")).toEqual([
      { itemId: "y", score: 2 },
      { itemId: "z", score: 2 },
    ]);
    expect(idsOf(fitted.recommend("b"))).toEqual(["x"]);
  });

  test("takes count, excludeSeen and candidates", () => {
    expect(idsOf(fitted.recommend("a", { count: 1 }))).toEqual(["y"]);
    expect(fitted.recommend("a", { count: 0 })).toEqual([]);
    expect(idsOf(fitted.recommend("a", { excludeSeen: false }))).toEqual(["y", "z", "x"]);
    expect(idsOf(fitted.recommend("a", { candidates: ["w", "z", "unknown", "x"] }))).toEqual(["z"]);
    expect(() => fitted.recommend("a", { count: -1 })).toThrow("count: -1");
  });

  test("of an unknown user is refused", () => {
    expect(() => fitted.recommend("c")).toThrow(
      'user "c" is not among the 2 users the model was fitted on; foldIn(ratings) makes a new user known',
    );
  });
});

describe("predict", () => {
  test("is the score of the pair, NaN for unknown ids and undefined scores", () => {
    expect(fitted.predict("a", "y")).toBe(2);
    expect(fitted.predict("a", "w")).toBeNaN();
    expect(fitted.predict("c", "y")).toBeNaN();
    expect(fitted.predict("a", "unknown")).toBeNaN();
  });

  test("of many pairs is in their order", () => {
    const pairs = [
      { userId: "b", itemId: "z" },
      { userId: "c", itemId: "z" },
      { userId: "a", itemId: "x" },
    ];
    expect([...fitted.predictMany(pairs)]).toEqual([2, Number.NaN, 1]);
  });
});

describe("foldIn", () => {
  test("scores by the given ratings, which count as rated", () => {
    const newUser = fitted.foldIn([
      { itemId: "y", rating: 4 },
      { itemId: "x", rating: 1 },
    ]);
    expect(newUser.predict("z")).toBe(2);
    expect(newUser.predict("unknown")).toBeNaN();
    expect(idsOf(newUser.recommend())).toEqual(["z", "w"]);
    expect(idsOf(newUser.recommend({ excludeSeen: false }))).toEqual(["x", "y", "z", "w"]);
    expect(newUser.predict("x")).toBe(2);
    expect(newUser.explain("z")).toEqual({
      base: -10 + 2,
      contributions: [{ itemId: "x", rating: 4, share: 0 }],
    });
  });

  test.each([
    [[{ itemId: "q", rating: 1 }], 'item "q" is not among the 4 items that the model knows'],
    [[{ itemId: "x", rating: Number.NaN }], "rating NaN of item x is not a finite number"],
    [
      [
        { itemId: "x", rating: 1 },
        { itemId: "x", rating: 2 },
      ],
      "item x is rated twice; keep one of the two",
    ],
  ])("%j is refused", (given, message) => {
    expect(() => fitted.foldIn(given)).toThrow(message);
  });
});

test("explain passes the user's ratings on, and refuses unknown ids", () => {
  expect(fitted.explain("b", "x")).toEqual({
    base: 10,
    contributions: [{ itemId: "x", rating: 3, share: 0 }],
  });
  expect(() => fitted.explain("b", "q")).toThrow('item "q" is not among');
  expect(() => fitted.explain("q", "x")).toThrow('user "q" is not among');
});

test("a model without ratings is refused; by default it has no partial scores, parts or kind", () => {
  expect(() => new Toy(Ratings.from([]))).toThrow("there are no ratings to fit to");
  expect(fitted.partialScore(0, -1)).toBeNaN();
  expect(fitted.parts()).toEqual([]);
  expect(fitted.kind()).toBeUndefined();
});
