import { describe, expect, test } from "vitest";
import {
  atLeast,
  oneOf,
  shareAbove0,
  shareBelow1,
  shareBetween0And1,
  shareFrom0To1,
  wholeAtLeast,
  wholeOrAll,
} from "../../src/settings/checks.js";

describe("a check returns the value that is allowed", () => {
  test.each<[string, (value: number) => number, number[]]>([
    ["atLeast", (damping) => atLeast(0, { damping }), [0, 0.5, 1e9]],
    ["wholeAtLeast", (count) => wholeAtLeast(1, { count }), [1, 2, 2 ** 53 - 1]],
    ["wholeOrAll", (keep) => wholeOrAll(1, { keep }), [1, 7, Infinity]],
    ["shareFrom0To1", (share) => shareFrom0To1({ share }), [0, 0.5, 1]],
    ["shareBelow1", (share) => shareBelow1({ share }), [0, 0.999]],
    ["shareAbove0", (share) => shareAbove0({ share }), [0.001, 1]],
    ["shareBetween0And1", (share) => shareBetween0And1({ share }), [0.001, 0.999]],
  ])("%s", (_, check, values) => {
    for (const value of values) expect(check(value)).toBe(value);
  });
});

describe("a check throws with the name and the value", () => {
  test.each<[() => unknown, string]>([
    [() => atLeast(0, { damping: -1 }), "damping: -1 is not a number of at least 0"],
    [() => atLeast(0, { damping: "3" as never }), 'damping: "3" is not a number of at least 0'],
    [() => atLeast(0, { damping: Infinity }), "damping: Infinity is not a number of at least 0"],
    [() => atLeast(0, { damping: NaN }), "damping: NaN is not a number of at least 0"],
    [() => wholeAtLeast(1, { count: 0 }), "count: 0 is not a whole number of at least 1"],
    [() => wholeAtLeast(1, { count: 1.5 }), "count: 1.5 is not a whole number of at least 1"],
    [() => wholeAtLeast(1, { count: Infinity }), "count: Infinity is not a whole number of at least 1"],
    [() => wholeOrAll(1, { keep: 0 }), "keep: 0 is not a whole number of at least 1, or Infinity for all"],
    [() => shareFrom0To1({ share: 1.01 }), "share: 1.01 is not a share from 0 to 1"],
    [() => shareFrom0To1({ share: NaN }), "share: NaN is not a share from 0 to 1"],
    [() => shareBelow1({ share: 1 }), "share: 1 is not a share from 0 to below 1"],
    [() => shareBelow1({ share: NaN }), "share: NaN is not a share from 0 to below 1"],
    [() => shareAbove0({ share: 0 }), "share: 0 is not a share above 0, up to 1"],
    [() => shareBetween0And1({ share: 0 }), "share: 0 is not a share above 0 and below 1"],
    [() => shareBetween0And1({ share: 1 }), "share: 1 is not a share above 0 and below 1"],
    [() => shareBetween0And1({ share: NaN }), "share: NaN is not a share above 0 and below 1"],
    [() => oneOf(["a", "b"], { method: "c" as "a" }), 'method: "c" is none of "a", "b"'],
  ])("%s", (check, message) => {
    expect(check).toThrow(new RangeError(message));
  });
});

test("oneOf returns the word", () => {
  expect(oneOf(["a", "b"], { method: "b" })).toBe("b");
});
