import { expect, test } from "vitest";
import type { FlatLists, UserScoresSize } from "../../../src/kernels/dense/user-scores.js";
import { listRules } from "../../../src/models/contract/list-rules.js";
import { emptyLists, UserLists } from "../../../src/models/contract/user-lists.js";
import { Ratings } from "../../../src/ratings/ratings.js";

/**
 * Users 0 to 2 and items 0 to 7; user u has rated item u. The score is item, or 10 − item for user
 * 1.
 */
const rows = [0, 1, 2].map((user) => ({ userId: user, itemId: user, rating: 1 }));
const more = [3, 4, 5, 6, 7].map((item) => ({ userId: 9, itemId: item, rating: 1 }));
const ratings = Ratings.from([...rows, ...more]);
const scoreOf = (user: number, item: number) => (user === 1 ? 10 - item : item);

/** A model that notes what it is asked for; with `writes`, it is also asked to write lists. */
function model(writes?: boolean) {
  const asked: string[] = [];
  const { items } = ratings;
  return {
    asked,
    ratings,
    items,
    openScores: (size: UserScoresSize) => ({
      stride: 9,
      firstTile: size.perTile,
      of(users: Int32Array) {
        asked.push(`all items for ${users.length} of ${size.users}`);
        return Float64Array.from(
          [...users].flatMap((user) => [...items.ids.map((_, item) => scoreOf(user, item)), 99]),
        );
      },
      ...(writes !== undefined && {
        writeLists(users: Int32Array, into: FlatLists, first: number) {
          asked.push(`${size.rules?.count} for ${users} from ${first}: ${size.seen?.count} seen`);
          if (writes) into.itemIndices.fill(6, first * into.count);
          return writes;
        },
      }),
      close: () => asked.push("close"),
    }),
    scoreSome(user: number, some: Int32Array, into: Float64Array) {
      asked.push(`items ${some} for ${user}`);
      into.set([...some].map((item) => scoreOf(user, item)));
    },
  };
}

const listsOf = (options: object, writes?: boolean) => {
  const scored = model(writes);
  const rules = listRules(ratings.items, options);
  const into = emptyLists(3, rules.count);
  const lists = new UserLists(scored, rules, { users: 2, perTile: 2 });
  lists.writeLists(Int32Array.of(1, 2), into, 1);
  lists.close();
  return { asked: scored.asked, items: [...into.itemIndices], scores: [...into.scores] };
};

test("writes from the given list on, and leaves the others empty", () => {
  expect(listsOf({ count: 2 })).toEqual({
    asked: ["all items for 2 of 2", "close"],
    items: [-1, -1, 0, 2, 7, 6],
    scores: [Number.NaN, Number.NaN, 10, 8, 7, 6],
  });
});

test("few candidates are scored alone, many with all items; the lists are the same", () => {
  const few = listsOf({ count: 2, candidates: [2, 5] });
  expect(few.asked).toEqual(["items 2,5 for 1", "items 2,5 for 2"]);
  expect(few.items).toEqual([-1, -1, 2, 5, 5, -1]);
  expect(few.scores).toEqual([Number.NaN, Number.NaN, 8, 5, 5, Number.NaN]);
  expect(listsOf({ count: 2, candidates: [2, 5, 99, 98] }).asked).toEqual(few.asked);
  const many = listsOf({ count: 2, candidates: [2, 5, 0, 1], exclude: [0] });
  expect(many.asked).toEqual(["all items for 2 of 2", "close"]);
  expect(many.items).toEqual([-1, -1, 2, 5, 5, 1]);
});

test("a job that writes lists itself is asked for no scores, but where it cannot", () => {
  const written = listsOf({ count: 2 }, true);
  expect(written.asked).toEqual(["2 for 1,2 from 1: 8 seen", "close"]);
  expect(written.items).toEqual([-1, -1, 6, 6, 6, 6]);
  const left = listsOf({ count: 2 }, false);
  expect(left.asked).toEqual(["2 for 1,2 from 1: 8 seen", "all items for 2 of 2", "close"]);
  expect(left.items).toEqual(listsOf({ count: 2 }).items);
});
