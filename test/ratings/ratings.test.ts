import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../../src/ratings/merge-items.js";
import { Ratings } from "../../src/ratings/ratings.js";

const rows = [
  { userId: 7, itemId: "b", rating: 4, timestamp: 100 },
  { userId: 3, itemId: "a", rating: 2.5, timestamp: 200 },
  { userId: 7, itemId: "a", rating: 5, timestamp: 300 },
  { userId: 9, itemId: "c", rating: 1, timestamp: 400 },
];
const ratings = Ratings.from(rows);

describe("Ratings", () => {
  test("count, number and average what they are made of", () => {
    expect(ratings.count).toBe(4);
    expect(ratings.users.ids).toEqual([7, 3, 9]);
    expect(ratings.items.ids).toEqual(["b", "a", "c"]);
    expect(ratings.mean).toBe(3.125);
    expect([...ratings]).toEqual(rows);
  });

  test("answer for a pair, NaN where there is no rating", () => {
    expect(ratings.get(3, "a")).toBe(2.5);
    expect(ratings.get(3, "b")).toBeNaN();
    expect(ratings.get("3", "a")).toBeNaN();
    expect(ratings.get(3, "zzz")).toBeNaN();
  });

  test("list a user's and an item's ratings in row order", () => {
    expect(ratings.ofUser(7)).toEqual([
      { itemId: "b", rating: 4, timestamp: 100 },
      { itemId: "a", rating: 5, timestamp: 300 },
    ]);
    expect(ratings.ofItem("a")).toEqual([
      { userId: 3, rating: 2.5, timestamp: 200 },
      { userId: 7, rating: 5, timestamp: 300 },
    ]);
    expect(ratings.ofUser("nobody")).toEqual([]);
  });

  test("observe their scale, or keep the one that is declared", () => {
    expect(ratings.scale).toEqual({ min: 1, max: 5 });
    const declared = ratings.withScale({ min: 0, max: 10 });
    expect(declared.scale).toEqual({ min: 0, max: 10 });
    expect(declared.filter(({ rating }) => rating > 4).scale).toEqual({ min: 0, max: 10 });
    expect(() => ratings.withScale({ min: 2, max: 5 })).toThrow(
      "row 3: rating 1 is outside the scale 2 to 5",
    );
    expect(() => ratings.withScale({ min: 5, max: 1 })).toThrow(
      "{ min: 5, max: 1 } are not two numbers in order",
    );
  });

  test("filtered ratings number their users and items again", () => {
    const good = ratings.filter(({ rating }) => rating < 4);
    expect(good.users.ids).toEqual([3, 9]);
    expect(good.items.ids).toEqual(["a", "c"]);
    expect([...good]).toEqual([rows[1], rows[3]]);
    expect(ratings.filter(() => false).count).toBe(0);
    expect(ratings.filter(() => false).mean).toBeNaN();
  });

  test("withAtLeast counts users and items once, in the ratings it is asked of", () => {
    expect([...ratings.withAtLeast({ perItem: 2 })]).toEqual([rows[1], rows[2]]);
    expect([...ratings.withAtLeast({ perUser: 2 })]).toEqual([rows[0], rows[2]]);
    expect([...ratings.withAtLeast({ perItem: 2, perUser: 2 })]).toEqual([rows[2]]);
  });

  test("concat appends rows, widens an observed scale and checks a declared one", () => {
    const more = [{ userId: 1, itemId: "b", rating: 6 }];
    expect(ratings.concat(more).count).toBe(5);
    expect(ratings.concat(more).scale.max).toBe(6);
    expect(ratings.concat(more).timestamps?.at(-1)).toBeNaN();
    expect(ratings.filter(() => true).concat(more).scale.max).toBe(6);
    expect(() => ratings.withScale({ min: 1, max: 5 }).concat(more)).toThrow(
      "row 4: rating 6 is outside the scale",
    );
    expect(() => ratings.concat([rows[0]!])).toThrow(
      /row 4: user 7 and item "b" have a rating already, in row 0/,
    );
  });

  test("mergeItems takes the mean where one user rated both, and counts the rows", () => {
    const merged = ratings.mergeItems((itemId) => (itemId === "c" ? "c" : "a or b"));
    expect(merged.items.ids).toEqual(["a or b", "c"]);
    expect(merged.get(7, "a or b")).toBe(4.5);
    expect(merged.get(3, "a or b")).toBe(2.5);
    expect(merged.count).toBe(3);
    expect(merged.mergedRows?.get("a or b")).toBe(3);
  });

  test("without timestamps have none", () => {
    const plain = Ratings.from([{ userId: 1, itemId: 1, rating: 3 }]);
    expect(plain.timestamps).toBeUndefined();
    expect(plain.at(0)).toEqual({ userId: 1, itemId: 1, rating: 3 });
  });

  test("that cannot be are refused with their row", () => {
    const row = { userId: 1, itemId: 1, rating: 3 };
    expect(() => Ratings.from([row, { ...row, itemId: 2, rating: Number.NaN }])).toThrow(
      "row 1: rating NaN is not a finite number",
    );
    expect(() => Ratings.from([row, row])).toThrow(
      "row 1: user 1 and item 1 have a rating already, in row 0",
    );
    expect(() => Ratings.from([{ ...row, userId: Number.NaN }])).toThrow("row 0: userId NaN is neither");
    expect(() => Ratings.from([{ ...row, rating: 6 }], { scale: { min: 1, max: 5 } })).toThrow(
      "row 0: rating 6 is outside the scale 1 to 5",
    );
    expect(() => Ratings.fromColumns({ userIds: [1, 2], itemIds: [1], values: [3] })).toThrow(
      "userIds, itemIds, timestamps and values have 2, 1, 1, 1 rows",
    );
  });

  test("a row that is none is refused by its place", () => {
    const rows = [{ userId: 1, itemId: 2, rating: 3 }, undefined as never];
    expect(() => Ratings.from(rows)).toThrow("row 1: rating undefined is not a finite number");
  });

  test.each<[rating: unknown, shown: string]>([
    [null, "null"],
    [undefined, "undefined"],
    [true, "true"],
    ["5", '"5"'],
    [[3], "[3]"],
    [new Date(0), "an object (Date)"],
    [5n, "5n"],
    [Infinity, "Infinity"],
  ])("rating %s is not taken for a number", (rating, shown) => {
    const sentence = `row 0: rating ${shown} is not a finite number; give a number, or leave the row out`;
    expect(() => Ratings.from([{ userId: 1, itemId: 1, rating: rating as number }])).toThrow(sentence);
    const columns = { userIds: [1], itemIds: [1], values: [rating as number] };
    expect(() => Ratings.fromColumns(columns)).toThrow(sentence);
  });

  test("timestamps are seconds: a Date is converted, and milliseconds are refused", () => {
    const row = { userId: 1, itemId: 1, rating: 3 };
    const dated = { ...row, timestamp: new Date(1500) };
    expect(Ratings.from([dated]).timestamps).toEqual(Float64Array.of(1.5));
    const columns = { userIds: [1], itemIds: [1], values: [3] };
    for (const timestamp of [Date.UTC(2020, 0, 1), new Date(Number.NaN), "9", 5n]) {
      const sentence =
        /row 0: timestamp .* is neither a Date nor seconds since 1970.*divide milliseconds by 1000/;
      expect(() => Ratings.from([{ ...row, timestamp: timestamp as number }])).toThrow(sentence);
      expect(() => Ratings.fromColumns({ ...columns, timestamps: [timestamp as number] })).toThrow(sentence);
    }
    expect(Ratings.from([{ ...row, timestamp: null as unknown as number }]).timestamps).toBeUndefined();
  });

  test("byUser and byItem hold every rating once, whatever the order of the rows", () => {
    const pair = fc.record({ userId: fc.nat(8), itemId: fc.nat(8), rating: fc.integer({ min: 1, max: 5 }) });
    const distinct = fc.uniqueArray(pair, {
      selector: ({ userId, itemId }) => `${userId} ${itemId}`,
      maxLength: 50,
    });
    fc.assert(
      fc.property(distinct, (random) => {
        const made = Ratings.from(random);
        expect([...made]).toEqual(random);
        for (const { userId, itemId, rating } of random) expect(made.get(userId, itemId)).toBe(rating);
        for (const userId of made.users.ids) {
          expect(made.ofUser(userId)).toEqual(
            random.filter((row) => row.userId === userId).map(({ itemId, rating }) => ({ itemId, rating })),
          );
        }
        expect(made.byItem.count).toBe(random.length);
      }),
    );
  });

  test("are frozen", () => {
    expect(Object.isFrozen(ratings)).toBe(true);
    expect(Object.isFrozen(ratings.scale)).toBe(true);
  });
});
