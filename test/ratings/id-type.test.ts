import { expect, test } from "vitest";
import { idsOfType, numberIfWhole } from "../../src/ratings/id-type.js";

test("ids stay as they are, or all become texts or numbers", () => {
  expect(idsOfType([1, "2", "x"], "userId", undefined)).toEqual([1, "2", "x"]);
  expect(idsOfType([1, "2", "x"], "userId", "text")).toEqual(["1", "2", "x"]);
  expect(idsOfType([1, "2", 2.5], "userId", "number")).toEqual([1, 2, 2.5]);
});

test("what is no id, or not of the type, is refused with its row", () => {
  for (const id of [Number.NaN, null, undefined, true, {}])
    expect(() => idsOfType([1, id as never], "itemId", undefined)).toThrow(/^row 1: itemId .* is neither a/);
  for (const id of ["x", "017", "1.0", ""])
    expect(() => idsOfType([id], "itemId", "number")).toThrow(`row 0: itemId "${id}" is not a number`);
  expect(() => idsOfType([], "itemId", "numbers" as never)).toThrow(
    'ids: "numbers" is none of "text", "number"',
  );
});

test("only whole numbers in canonical form are numbers", () => {
  expect(["17", "-3", "0", "017", "1.0", "1e3", "", "9007199254740993"].map(numberIfWhole)).toEqual([
    17,
    -3,
    0,
    "017",
    "1.0",
    "1e3",
    "",
    "9007199254740993",
  ]);
});
