import { expect, test } from "vitest";
import { idOf, nameOf, numberOf, secondsOf } from "../../../src/datasets/rows/row-value.js";

const fail = (reason: string, cure = "") => new Error(`${reason} ${cure}`.trim());
const none = "the row has no value";

test.each<[unknown, "text" | "number" | undefined, unknown]>([
  [17, undefined, 17],
  [17n, undefined, 17],
  [9007199254740993n, undefined, "9007199254740993"],
  [" 0-306 ", undefined, "0-306"],
  ["17", undefined, "17"],
  ["17", "number", "17"],
])("the id of %s, of type %s, is %s", (value, type, id) => {
  expect(idOf(value, type, fail)).toEqual(id);
});

test.each<[unknown, "number" | undefined, string]>([
  [undefined, undefined, none],
  [1.5, undefined, "is neither a whole number nor a text"],
  [Number.NaN, undefined, "is neither"],
  ["  ", undefined, "is neither"],
  [{ id: 1 }, undefined, "is neither"],
  [true, undefined, "is neither"],
  ["a\nb", undefined, "contains a line break"],
  ["x17", "number", "is not a whole number"],
])("%s, of type %s, is no id: %s", (value, type, reason) => {
  expect(() => idOf(value, type, fail)).toThrow(reason);
});

test("numbers are finite, or texts of decimal numbers", () => {
  expect([3, 3n, "3.5", "-1e2"].map((value) => numberOf(value, fail))).toEqual([3, 3, 3.5, -100]);
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, "NaN", "five", "", [3], true]) {
    expect(() => numberOf(value, fail)).toThrow("is not a finite number");
  }
  expect(() => numberOf(undefined, fail)).toThrow(none);
});

test("timestamps are seconds, a Date, or texts of either, and none is NaN", () => {
  const seconds = 881250949;
  const date = "1997-12-04T15:55:49";
  for (const value of [seconds, BigInt(seconds), String(seconds), date, new Date(`${date}Z`)]) {
    expect(secondsOf(value, fail)).toBe(seconds);
  }
  expect([undefined, ""].map((value) => secondsOf(value, fail))).toEqual([Number.NaN, Number.NaN]);
  expect(() => secondsOf(seconds * 1000, fail)).toThrow("divide milliseconds by 1000");
  expect(() => secondsOf(BigInt(seconds) * 1000n, fail)).toThrow("divide milliseconds by 1000");
  for (const value of ["yesterday", new Date(Number.NaN), {}, "1997-02-30"]) {
    expect(() => secondsOf(value, fail)).toThrow("is neither seconds since 1970 nor a date");
  }
});

test("names are anything but objects", () => {
  expect(["buy", 1, 1n, false].map((value) => nameOf(value, fail))).toEqual(["buy", "1", "1", "false"]);
  expect(() => nameOf({}, fail)).toThrow("is not a name");
  expect(() => nameOf(undefined, fail)).toThrow(none);
});
