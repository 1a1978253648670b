import { expect, test } from "vitest";
import { areTexts, readId, sameKind, toId } from "../../../src/datasets/ratings/read-id.js";
import { RecordReader } from "../../../src/datasets/records/record-reader.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

/** Texts with the ids that they are. */
const IDS: [string, number | string][] = [
  ["17", 17],
  ["0", 0],
  [" 17 ", 17],
  ["-3", -3],
  ["017", "017"],
  ["-0", "-0"],
  ["1.0", "1.0"],
  ["1e3", "1e3"],
  ["+1", "+1"],
  ["0x10", "0x10"],
  ["", ""],
  ["  ", ""],
  ["034545104X", "034545104X"],
  [" tt0114709 ", "tt0114709"],
  ["999999999999999", 999_999_999_999_999],
  ["9007199254740991", Number.MAX_SAFE_INTEGER],
  ["9007199254740992", "9007199254740992"],
];

test.each(IDS)("the id in %j is %j", async (text, id) => {
  expect(toId(text)).toBe(id);
  const reader = new RecordReader(textSource("x", `a,${text},b\n`), { separator: ",", quotes: true });
  const ids: unknown[] = [];
  await reader.read(() => ids.push(readId(reader, 1)));
  expect(ids).toEqual([id]);
});

test("areTexts tells by the first id", () => {
  expect([areTexts(["a"]), areTexts(new Set([1])), areTexts([])]).toEqual([true, false, false]);
});

test("sameKind makes all ids texts if one is", () => {
  expect(sameKind([1, "034545104X", 2])).toEqual(["1", "034545104X", "2"]);
  expect(sameKind([1, 2])).toEqual([1, 2]);
  expect(sameKind([])).toEqual([]);
});
