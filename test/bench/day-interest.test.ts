import { Ratings } from "reelbook";
import { expect, test } from "vitest";
import { modelOf } from "../../bench/lib/models.mjs";

const DAY = 86_400;

/** Users 1 and 2 rate on day 0, user 3 on days 0 and 2; item "c" only on day 2. */
const rows = [
  { userId: 1, itemId: "a", day: 0 },
  { userId: 2, itemId: "b", day: 0 },
  { userId: 3, itemId: "a", day: 0.5 },
  { userId: 3, itemId: "c", day: 2 },
];
const rated = (dayOf: (day: number) => number) =>
  Ratings.from(
    rows.map(({ day, ...row }) => ({ ...row, rating: 1, timestamp: (10_162 + dayOf(day)) * DAY })),
  );
const settings = { width: 1, shrinkage: 2 };

test("an item counts by how often it is rated around a user's days, worked out by hand", () => {
  const ratings = rated((day) => day);
  const fitted = modelOf("DayInterest", settings).fit(ratings);
  const scores = (userId: number) => {
    const into = new Float64Array(3);
    fitted.scoreItems(ratings.users.indexOf(userId), into);
    return ["a", "b", "c"].map((itemId) => into[ratings.items.indexOf(itemId)]!);
  };
  const near = Math.exp(-2);
  const expected = (counts: number[]) => {
    const shares = [0.5, 0.25, 0.25];
    const all = counts.reduce((sum, count) => sum + count, settings.shrinkage);
    return counts.map((count, k) => Math.log((count + settings.shrinkage * shares[k]!) / (all * shares[k]!)));
  };
  const onDay0 = [2, 1, near];
  const onDay2 = [2 * near, near, 1];
  const both = onDay0.map((count, k) => (count + onDay2[k]!) / 2);
  for (const [user, counts] of [
    [1, onDay0],
    [3, both],
  ] as const) {
    for (const [k, score] of expected(counts).entries()) expect(scores(user)[k]).toBeCloseTo(score, 12);
  }
});

test("ratings that are all of one day say nothing", () => {
  const ratings = rated(() => 0);
  const into = new Float64Array(3);
  modelOf("DayInterest", settings).fit(ratings).scoreItems(0, into);
  for (const score of into) expect(score).toBeCloseTo(0, 12);
});

test("ratings without timestamps are an error that says where they come from", () => {
  const ratings = Ratings.from(rows.map(({ userId, itemId }) => ({ userId, itemId, rating: 1 })));
  expect(() => modelOf("DayInterest", settings).fit(ratings)).toThrow(
    "DayInterest: not all ratings have a timestamp; join them from ML-100K's u.data",
  );
});
