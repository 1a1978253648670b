import { describe, expect, test } from "vitest";
import { backend, setBackend } from "../../../src/kernels/backend.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { type Explanation, FittedModel } from "../../../src/models/contract/model.js";
import { recommendAll } from "../../../src/models/contract/recommend-all.js";
import { Fallback } from "../../../src/models/ensembles/fallback.js";
import { FunkSvd } from "../../../src/models/factors/funk-svd.js";
import { Ease } from "../../../src/models/item-weights/ease.js";
import { IdIndex } from "../../../src/ratings/id-index.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { simulatedRows } from "../../../src/ratings/simulation/simulated-rows.js";

const userIds = Array.from({ length: 40 }, (_, user) => `user ${user}`);
const ratings = Ratings.from(
  userIds.flatMap((userId, user) => [
    { userId, itemId: user % 5, rating: 3 },
    { userId, itemId: 5 + (user % 3), rating: 4 },
  ]),
);

/** Scores by a formula; takes `milliseconds` for each user. */
class Slow extends FittedModel {
  readonly name = "Slow";
  readonly settings = {};
  readonly inStars = false;
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super(ratings);
    this.milliseconds = milliseconds;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    for (const end = performance.now() + this.milliseconds; performance.now() < end; );
    for (let item = 0; item < into.length; item++) into[item] = (userIndex * (item + 3)) % 7;
  }

  scoreItemsFor(): void {}

  state() {
    return {};
  }

  explainFor(): Explanation {
    return { base: 0, contributions: [] };
  }
}

const fast = new Slow(0);

describe("recommendAll", () => {
  test("makes a list for each user, in the order of the ratings, all that recommend gives", async () => {
    const lists = await fast.recommendAll({ count: 4 });
    expect(lists.users).toBe(ratings.users);
    expect(lists.itemIndices).toHaveLength(40 * 4);
    for (const userId of userIds) expect(lists.ofUser(userId)).toEqual(fast.recommend(userId, { count: 4 }));
  });

  test("a list is as long as there are items, and empty without users", async () => {
    expect(await fast.recommendAll({ count: 1e9, users: ["user 3"] })).toMatchObject({ count: 8 });
    const none = await fast.recommendAll({ users: [] });
    expect([none.users.size, none.itemIndices.length, none.scores.length]).toEqual([0, 0, 0]);
  });

  test("counts users as progress, from none to all", async () => {
    const done: number[] = [];
    await fast.recommendAll({
      onProgress: (progress) => done.push(progress.done) && expect(progress.total).toBe(40),
    });
    expect(done[0]).toBe(0);
    expect(done.at(-1)).toBe(40);
    expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
  });

  test("lets timers run in between, and is aborted by one", async () => {
    const stop = new AbortController();
    const done: number[] = [];
    const onProgress = (progress: { done: number }) => {
      done.push(progress.done);
      if (done.length === 2) setTimeout(() => stop.abort(new Error("no longer needed")), 0);
    };
    const lists = new Slow(20).recommendAll({ signal: stop.signal, onProgress });
    await expect(lists).rejects.toThrow("no longer needed");
    expect(done).toEqual([0, 1]);
  });

  test("an error of onProgress ends it", async () => {
    const onProgress = () => {
      throw new Error("the page is closed");
    };
    await expect(fast.recommendAll({ onProgress })).rejects.toThrow("the page is closed");
    await expect(fast.recommendAll({ signal: AbortSignal.abort() })).rejects.toThrow("abort");
  });

  test.each([
    [{ users: ["user 1", "somebody"] }, 'user "somebody" is not among the 40 users the model was fitted on'],
    [{ users: "user 1" }, 'users: "user 1" is not a list of ids'],
    [{ count: -1 }, "count: -1 is not a whole number of at least 0"],
    [{ count: 1.5 }, "count: 1.5 is not"],
    [{ exclude: 3 }, "exclude: 3 is not a list of ids"],
  ])("%j is refused", async (options, message) => {
    await expect(fast.recommendAll(options as object)).rejects.toThrow(message);
    await expect(fast.recommendAll(options as object)).rejects.toThrow(RangeError);
  });

  test("lists that do not fit into memory are refused before the work begins", async () => {
    const users = IdIndex.from(userIds);
    const rules = { count: 2 ** 27, excludeSeen: true, excluded: new Int32Array(0), candidates: undefined };
    await expect(recommendAll(fast, users, rules)).rejects.toThrow(
      "count: 40 lists of 134217728 have more than 268435456 places; take fewer of either",
    );
  });
});

test("lists in WebAssembly on any number of threads are those of recommend", async () => {
  const settings = { users: 300, items: 403, count: 9000 };
  const many = Ratings.from(simulatedRows(settings));
  const before = backend().kind;
  const models = [
    new FunkSvd({ factors: 48, iterations: 1 }).fit(many),
    new Ease().fit(many),
    new Fallback([new Ease(), new Popularity()]).fit(many),
  ];
  try {
    for (const model of models) {
      setBackend("plain");
      const options = { exclude: [many.items.idOf(0)], count: 7 };
      const expected = many.users.ids.map((userId) => model.recommend(userId, options));
      const all = [await model.recommendAll(options)];
      for (const threads of [1, 2, 3]) {
        setBackend("wasm", { threads });
        all.push(await model.recommendAll(options));
      }
      for (const lists of all) expect(many.users.ids.map((userId) => lists.ofUser(userId))).toEqual(expected);
    }
  } finally {
    setBackend(before);
  }
});
