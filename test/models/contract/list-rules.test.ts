import { describe, expect, test } from "vitest";
import { listOfIds, listRules } from "../../../src/models/contract/list-rules.js";
import { IdIndex } from "../../../src/ratings/id-index.js";

const items = IdIndex.from(["a", "b", "c", "d"]);

describe("listRules", () => {
  test("ten unseen items by default, at most as many as there are", () => {
    const rules = listRules(items, {});
    expect(rules).toEqual({
      count: 4,
      excludeSeen: true,
      excluded: new Int32Array(0),
      candidates: undefined,
    });
  });

  test("candidates and excluded items are ascending indices; unknown and repeated ids are left out", () => {
    const rules = listRules(items, {
      count: 2,
      excludeSeen: false,
      exclude: ["c", "z", "c"],
      candidates: new Set(["d", "c", "z", "b"]),
    });
    expect(rules).toMatchObject({ count: 2, excludeSeen: false });
    expect([rules.excluded, rules.candidates].map((indices) => [...indices!])).toEqual([[2], [1, 3]]);
  });

  test.each([
    [{ count: -1 }, "count: -1 is not a whole number of at least 0"],
    [{ count: Number.POSITIVE_INFINITY }, "count: Infinity is not"],
    [{ exclude: "a" }, 'exclude: "a" is not a list of ids; write a list such as ["a"]'],
    [{ exclude: 5 }, "exclude: 5 is not a list of ids; write a list such as [5]"],
    [{ candidates: "a" }, 'candidates: "a" is not a list of ids; write a list such as ["a"]'],
    [
      { candidates: {} },
      "candidates: an object (Object) is not a list of ids; write a list such as [260, 1196]",
    ],
    [{ candidates: null }, "candidates: null is not a list of ids"],
  ])("%j is refused", (options, message) => {
    expect(() => listRules(items, options as object)).toThrow(message);
    expect(() => listRules(items, options as object)).toThrow(RangeError);
  });
});

test("a candidate or excluded id of which only the type is wrong is an error", () => {
  const mixed = IdIndex.from([1, "2", "x"]);
  expect(() => listRules(mixed, { candidates: ["1"] })).toThrow(
    'item "1" is not among the items; there is an item 1 (a number)',
  );
  expect(() => listRules(mixed, { exclude: [2] })).toThrow('there is an item "2" (a text)');
  expect(listRules(mixed, { candidates: ["01", "y", 3] }).candidates).toHaveLength(0);
});

test("listOfIds returns lists and sets as they are", () => {
  const ids = new Set([3]);
  expect(listOfIds({ users: ids })).toBe(ids);
  expect(() => listOfIds({ users: 3 as never })).toThrow("users: 3 is not a list of ids");
});
