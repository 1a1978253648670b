import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { Ease } from "../../src/models/item-weights/ease.js";
import type { Feedback } from "../../src/ratings/feedback.js";
import { type GivenInteraction, Interactions } from "../../src/ratings/interactions.js";
import { Ratings } from "../../src/ratings/ratings.js";

const DAY = 86_400;

const log: GivenInteraction[] = [
  { userId: "ann", itemId: "dune", event: "view", timestamp: 10 * DAY },
  { userId: "bob", itemId: "emma", event: "view", timestamp: 0 },
  { userId: "ann", itemId: "dune", event: "buy", timestamp: 8 * DAY },
  { userId: "ann", itemId: "emma", event: "view", weight: 3, timestamp: 6 * DAY },
];

describe("interactions", () => {
  test("sum repeats in the place of the first, with the latest timestamp", () => {
    expect([...Interactions.from(log)]).toEqual([
      { userId: "ann", itemId: "dune", weight: 2, timestamp: 10 * DAY },
      { userId: "bob", itemId: "emma", weight: 1, timestamp: 0 },
      { userId: "ann", itemId: "emma", weight: 3, timestamp: 6 * DAY },
    ]);
  });

  test("count events by their values, times the weight", () => {
    const { values } = Interactions.from(log, { values: { view: 1, buy: 5 } });
    expect([...values]).toEqual([6, 1, 3]);
  });

  test("halve their weight every half-life before the newest", () => {
    const { values } = Interactions.from(log, { values: { view: 1, buy: 5 }, halfLife: 2 });
    // Ages of 0, 10, 2 and 4 days.
    expect([...values]).toEqual([1 + 5 / 2, 2 ** -5, 3 / 4]);
  });

  test("have the reading methods of ratings", () => {
    const interactions = Interactions.from(log);
    expect(interactions.count).toBe(3);
    expect(interactions.mean).toBe(2);
    expect(interactions.scale).toEqual({ min: 1, max: 3 });
    expect(interactions.get("ann", "emma")).toBe(3);
    expect(interactions.get("bob", "dune")).toBeNaN();
    expect(interactions.get("eve", "dune")).toBeNaN();
    expect(interactions.ofUser("bob")).toEqual([{ itemId: "emma", weight: 1, timestamp: 0 }]);
    expect(interactions.ofItem("dune")).toEqual([{ userId: "ann", weight: 2, timestamp: 10 * DAY }]);
    expect(interactions.filter(({ weight }) => weight > 1).count).toBe(2);
    expect([...interactions.withAtLeast({ perItem: 2 })].map(({ itemId }) => itemId)).toEqual([
      "emma",
      "emma",
    ]);
    expect(interactions.concat([{ userId: "bob", itemId: "emma", weight: 2 }]).get("bob", "emma")).toBe(3);
    const bought = { userId: "bob", itemId: "emma", event: "buy" };
    const sentence =
      'row 1: event "buy" has no value here; give Interactions.from(rows, { values: { "buy": 5 } })';
    const rows = [{ userId: "bob", itemId: "dune" }, bought];
    expect(() => interactions.concat(rows)).toThrow(new RangeError(sentence));
    expect(() => new Ease().fit(interactions).update(rows)).toThrow(sentence);
    const rated = [{ userId: "bob", itemId: "dune", rating: 4 }];
    expect(() => new Ease().fit(interactions).update(rated)).toThrow(
      "row 0 has a rating, and these are interactions; give a weight",
    );
    const valued = Interactions.from([bought], { values: { buy: 5 } });
    expect(interactions.concat(valued).get("bob", "emma")).toBe(6);
    expect(interactions.selectRows(Int32Array.of(2)).users.ids).toEqual(["ann"]);
    expect(Object.isFrozen(interactions)).toBe(true);
  });

  test("without timestamps have none; a Date is converted, milliseconds are refused", () => {
    const row = { userId: 1, itemId: 2 };
    expect(Interactions.from([row]).timestamps).toBeUndefined();
    expect(Interactions.from([{ ...row, timestamp: new Date(2000) }]).timestamps).toEqual(Float64Array.of(2));
    expect(() => Interactions.from([{ ...row, timestamp: Date.UTC(2020, 1) }])).toThrow(
      /row 0: timestamp 1580515200000 is neither .*divide milliseconds by 1000/,
    );
  });

  test("take ids as texts or as numbers", () => {
    const rows = [{ userId: 1, itemId: "20" }];
    expect([...Interactions.from(rows, { ids: "text" })]).toEqual([{ userId: "1", itemId: "20", weight: 1 }]);
    expect([...Interactions.from(rows, { ids: "number" })]).toEqual([{ userId: 1, itemId: 20, weight: 1 }]);
    expect(() => Interactions.from([{ userId: 1, itemId: "x" }], { ids: "number" })).toThrow(
      'row 0: itemId "x" is not a number',
    );
  });

  const row = { userId: 1, itemId: 2 };
  test.each<[rows: object[], options: object, message: string]>([
    [[row, { ...row, weight: -1 }], {}, "row 1: weight -1 is not a number of at least 0; correct it"],
    [[{ ...row, weight: Number.NaN }], {}, "row 0: weight NaN is not a number of at least 0"],
    [[{ ...row, weight: "3" }], {}, 'row 0: weight "3" is not a number of at least 0'],
    [[{ ...row, weight: Number.POSITIVE_INFINITY }], {}, "row 0: weight Infinity is not"],
    [[row, null as never], {}, "row 1: userId undefined is neither a finite number nor a text"],
    [[{ itemId: 2 }], {}, "row 0: userId undefined is neither a finite number nor a text"],
    [[row], { values: { buy: 5 } }, "row 0: event undefined is not among the values (buy); add it"],
    [
      [{ ...row, event: "like" }],
      { values: { buy: 5 } },
      'row 0: event "like" is not among the values (buy)',
    ],
    [
      [
        { ...row, weight: 1.7e308 },
        { ...row, weight: 1.7e308 },
      ],
      {},
      "the sum of weights Infinity is not a number of at least 0; correct it",
    ],
    [[row], { values: { buy: -5 } }, 'values: the value -5 of "buy" is not a number of at least 0'],
    [[row], { halfLife: 7 }, "row 0 has no timestamp, which halfLife needs"],
    [[{ ...row, timestamp: 5 }], { halfLife: 0 }, "halfLife: 0 is not a number above 0"],
    [[row], { ids: "texts" }, 'ids: "texts" is none of "text", "number"'],
  ])("%j with %j are refused", (rows, options, message) => {
    expect(() => Interactions.from(rows as GivenInteraction[], options)).toThrow(message);
    expect(() => Interactions.from(rows as GivenInteraction[], options)).toThrow(RangeError);
  });

  test("an id or event of 10 MB is cut short in errors", () => {
    const long = "x".repeat(10_000_000);
    const messageOf = (call: () => unknown) => {
      try {
        call();
      } catch (error) {
        return (error as Error).message;
      }
      throw new Error("no error");
    };
    const known = Interactions.from([{ userId: 1, itemId: 1 }]);
    const fitted = new Ease().fit(known);
    const repeat = { userId: long, itemId: 1, rating: 3 };
    for (const call of [
      () => Interactions.from([{ userId: long, itemId: 1 }], { ids: "number" }),
      () => Interactions.from([{ userId: 1, itemId: 1, event: long }], { values: { view: 1 } }),
      () => Interactions.from([{ userId: 1, itemId: 1, weight: long as never }]),
      () => known.concat([{ userId: 1, itemId: 1, event: long } as never]),
      () => Ratings.from([repeat, repeat]),
      () => fitted.recommend(long),
      () => fitted.foldIn([{ itemId: long }]),
      () => fitted.recommend(1, { count: long as never }),
      () => new Ease({ [long]: 1 } as object),
    ]) {
      const message = messageOf(call);
      expect(message).toContain("xxx…");
      expect(message.length).toBeLessThan(700);
    }
  });

  test("columns of different lengths are refused", () => {
    expect(() => Interactions.fromColumns({ userIds: [1, 2], itemIds: [1] })).toThrow(
      "itemIds has 1 rows where userIds has 2",
    );
  });

  test("are what a sum by hand gives, in any order of the rows", () => {
    const rows = fc.array(fc.record({ userId: fc.nat(3), itemId: fc.nat(3), weight: fc.nat(5) }));
    fc.assert(
      fc.property(rows, (made) => {
        const interactions = Interactions.from(made);
        for (const userId of [0, 1, 2, 3]) {
          for (const itemId of [0, 1, 2, 3]) {
            const own = made.filter((each) => each.userId === userId && each.itemId === itemId);
            const sum = own.reduce((total, { weight }) => total + weight, 0);
            expect(interactions.get(userId, itemId)).toBe(own.length > 0 ? sum : Number.NaN);
          }
        }
      }),
    );
  });

  test("are no ratings to TypeScript, and both are feedback", () => {
    expectTypeOf<Interactions>().not.toMatchTypeOf<Ratings>();
    expectTypeOf<Ratings>().not.toMatchTypeOf<Interactions>();
    expectTypeOf<Interactions>().toMatchTypeOf<Feedback>();
    expectTypeOf<Ratings>().toMatchTypeOf<Feedback>();
  });
});

test("ratings from a value on become interactions of weight 1", () => {
  const ratings = Ratings.from([
    { userId: 1, itemId: 1, rating: 5, timestamp: 7 },
    { userId: 1, itemId: 2, rating: 2, timestamp: 8 },
    { userId: 2, itemId: 2, rating: 4, timestamp: 9 },
  ]);
  expect([...ratings.toInteractions({ from: 4 })]).toEqual([
    { userId: 1, itemId: 1, weight: 1, timestamp: 7 },
    { userId: 2, itemId: 2, weight: 1, timestamp: 9 },
  ]);
  expect(ratings.toInteractions()).toBeInstanceOf(Interactions);
  expect(ratings.toInteractions().count).toBe(3);
});
