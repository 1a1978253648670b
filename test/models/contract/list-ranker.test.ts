import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ListRanker } from "../../../src/models/contract/list-ranker.js";
import { type ListRules, listRules } from "../../../src/models/contract/list-rules.js";
import { IdIndex } from "../../../src/ratings/id-index.js";

const all: ListRules = { count: 3, excludeSeen: true, excluded: new Int32Array(0), candidates: undefined };
const scores = () => Float64Array.of(1, 3, Number.NaN, 3, 2);

describe("rank", () => {
  test("lists the best first, equal scores by index, without seen items and those without a score", () => {
    expect([...new ListRanker(all, 5).rank(scores(), Int32Array.of(3))]).toEqual([1, 4, 0]);
    expect([...new ListRanker({ ...all, excludeSeen: false }, 5).rank(scores(), Int32Array.of(3))]).toEqual([
      1, 3, 4,
    ]);
  });

  test("lists only candidates, never excluded items, and one user's list is no part of the next one's", () => {
    const rules = { ...all, candidates: Int32Array.of(0, 2, 4), excluded: Int32Array.of(1) };
    const ranker = new ListRanker(rules, 5);
    expect([...ranker.rank(scores(), Int32Array.of(4))]).toEqual([0]);
    expect([...ranker.rank(scores(), Int32Array.of(1))]).toEqual([4, 0]);
    expect([
      ...new ListRanker({ ...rules, candidates: undefined }, 5).rank(scores(), new Int32Array(0)),
    ]).toEqual([3, 4, 0]);
  });
});

test("rankCandidates gives positions among the candidates", () => {
  const ranker = new ListRanker({ ...all, candidates: Int32Array.of(0, 2, 4) }, 5);
  expect([...ranker.rankCandidates(Float64Array.of(7, 8, 9), Int32Array.of(3, 4))]).toEqual([1, 0]);
});

test("is sorting everything that may be listed", () => {
  const ids = fc.uniqueArray(fc.nat(7));
  const score = fc.oneof(fc.nat(3), fc.constant(Number.NaN));
  const cases = fc.record({
    given: fc.array(score, { minLength: 8, maxLength: 8 }),
    seen: ids,
    exclude: ids,
    candidates: fc.option(ids, { nil: undefined }),
    count: fc.nat(9),
    excludeSeen: fc.boolean(),
  });
  const items = IdIndex.from([0, 1, 2, 3, 4, 5, 6, 7]);
  fc.assert(
    fc.property(cases, ({ given, seen, ...options }) => {
      const ranker = new ListRanker(listRules(items, options), 8);
      const expected = [...given.keys()]
        .filter((item) => !Number.isNaN(given[item]))
        .filter((item) => !(options.excludeSeen && seen.includes(item)) && !options.exclude.includes(item))
        .filter((item) => options.candidates?.includes(item) ?? true)
        .sort((a, b) => given[b]! - given[a]! || a - b)
        .slice(0, options.count);
      expect([...ranker.rank(Float64Array.from(given), Int32Array.from(seen))]).toEqual(expected);
    }),
  );
});
