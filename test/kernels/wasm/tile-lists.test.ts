import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MemoryPlan } from "../../../src/kernels/wasm/memory-plan.js";
import type { Runtime } from "../../../src/kernels/wasm/runtime.js";
import { planTileLists } from "../../../src/kernels/wasm/tile-lists.js";
import { random } from "../../../src/math/random.js";
import { ListRanker } from "../../../src/models/contract/list-ranker.js";
import { emptyLists } from "../../../src/models/contract/user-lists.js";
import { CsrMatrix } from "../../../src/sparse/csr-matrix.js";
import { rowOf } from "../../../src/sparse/row-of.js";
import { runtimes } from "./on-threads.js";

interface Case {
  readonly users: number;
  readonly itemCount: number;
  readonly count: number;
  /** Numbers between the rows of two users, which are higher than all scores. */
  readonly rest: number;
  /** Different scores, next to NaN and infinite ones. */
  readonly levels: number;
  readonly excludeSeen: boolean;
  readonly seed: number;
}

/** The lists of a tile in WebAssembly, and those of {@link ListRanker}, after one empty list. */
function listsOf(runtime: Runtime, { users, itemCount, count, rest, levels, excludeSeen, seed }: Case) {
  const draws = random({ seed });
  const special = [Number.NaN, -Infinity, Infinity, -0];
  const score = () => special[draws.below(20)] ?? draws.below(levels) - levels / 2;
  const itemsWhere = (share: number) =>
    Int32Array.from({ length: itemCount }, (_, item) => item).filter(() => draws.uniform() < share);
  const ratings = Array.from({ length: users }, (_, user) =>
    [...itemsWhere((user % 3) / 2)].map((item) => [user, item]),
  );
  const seen = CsrMatrix.fromTriplets({
    rowCount: users,
    columnCount: itemCount,
    rows: Int32Array.from(ratings.flat(), ([user]) => user!),
    columns: Int32Array.from(ratings.flat(), ([, item]) => item!),
    values: new Float64Array(ratings.flat().length),
  });
  const rules = { count, excludeSeen, excluded: itemsWhere(0.1), candidates: undefined };
  const userIndices = Int32Array.from({ length: users }, (_, user) => users - 1 - user);
  const stride = itemCount + rest;
  const plan = new MemoryPlan();
  const scores = plan.float64(users * stride);
  const writeLists = planTileLists(
    plan,
    { users, perTile: users, rules, seen: excludeSeen ? seen : undefined },
    itemCount,
  )!;
  const session = runtime.open(plan)!;
  const all = session.float64(scores, users * stride);
  for (let k = 0; k < all.length; k++) all[k] = k % stride < itemCount ? score() : 1e9;
  const expected = emptyLists(users + 1, count);
  const ranker = new ListRanker(rules, itemCount);
  for (let user = 0; user < users; user++) {
    const own = all.slice(user * stride, user * stride + itemCount);
    const best = ranker.rank(own, rowOf(seen, userIndices[user]!).indices);
    expected.itemIndices.set(best, (user + 1) * count);
    expected.scores.set(
      [...best].map((item) => own[item]!),
      (user + 1) * count,
    );
  }
  const lists = emptyLists(users + 1, count);
  writeLists(session, { userIndices, scores, stride }, lists, 1);
  runtime.close(session);
  return { lists, expected };
}

describe.each(runtimes)("lists of a tile in WebAssembly on $threads threads", (runtime) => {
  test("are those of ListRanker, bit by bit", () => {
    const cases = fc.record({
      users: fc.constantFrom(0, 1, 2, 3, 33),
      itemCount: fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 8, 30, 101),
      count: fc.constantFrom(0, 1, 2, 3, 10, 100),
      rest: fc.nat(3),
      levels: fc.constantFrom(1, 3, 1000),
      excludeSeen: fc.boolean(),
      seed: fc.nat(1e6),
    });
    fc.assert(
      fc.property(cases, (each) => {
        const { lists, expected } = listsOf(runtime, each);
        expect(lists).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test("of many users, in several parts", () => {
    const many = { users: 203, itemCount: 403, count: 10, rest: 1, levels: 50, excludeSeen: true, seed: 1 };
    const { lists, expected } = listsOf(runtime, many);
    expect(lists).toEqual(expected);
  });
});

test("long lists and lists of candidates are left to plain TypeScript, and scores alone need no memory", () => {
  const seen = CsrMatrix.fromRows({
    starts: Int32Array.of(0, 0),
    indices: new Int32Array(0),
    values: new Float64Array(0),
    columnCount: 500,
  });
  const rules = { count: 100, excludeSeen: true, excluded: new Int32Array(0), candidates: undefined };
  const bytesWith = (lists?: object) => {
    const plan = new MemoryPlan();
    const before = plan.bytes;
    const size = { users: 1, perTile: 1, seen, ...(lists && { rules: { ...rules, ...lists } }) };
    const writeLists = planTileLists(plan, size, 500);
    return writeLists && plan.bytes - before;
  };
  expect(bytesWith({})).toBeGreaterThan(4 * 500 + 12 * 100);
  expect(bytesWith({ count: 101 })).toBeUndefined();
  expect(bytesWith({ candidates: Int32Array.of(1) })).toBeUndefined();
  expect(bytesWith()).toBeUndefined();
});
