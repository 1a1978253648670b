import { expect, test } from "vitest";
import { idReader } from "../../../src/datasets/ratings/id-reader.js";
import type { KnownIds } from "../../../src/datasets/ratings/read-id.js";
import { RecordReader } from "../../../src/datasets/records/record-reader.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

/** The ids that a text's second column holds. */
async function idsOf(text: string, known?: KnownIds) {
  const reader = new RecordReader(textSource("tags.csv", text), { separator: ",", quotes: true });
  const idOf = idReader(reader, "tags.csv", { field: 1, known, cure: "mend it" });
  const ids: unknown[] = [];
  await reader.read(() => ids.push(idOf(reader.text(1))));
  return ids;
}

test("idReader without known ids gives a number for a whole number as one writes it, else the text", async () => {
  expect(await idsOf("a,17\nb, 17 \nc,017\nd,tt1\n")).toEqual([17, 17, "017", "tt1"]);
});

test("idReader gives ids of the kind that is known, texts where those are texts", async () => {
  expect(await idsOf("a,17\nb,tt1\n", { file: "movies.csv", ids: new Set(["5"]) })).toEqual(["17", "tt1"]);
  expect(await idsOf("a,17\n", { file: "movies.csv", ids: new Set([5]) })).toEqual([17]);
});

test("idReader refuses an empty id, and a text among numbers, with row and value", async () => {
  await expect(idsOf("a,1\nb,\n")).rejects.toMatchObject({ name: "DataError", line: 2, column: 1 });
  const numbers = { file: "movies.csv", ids: new Set([5]) };
  await expect(idsOf("a,1\nb,x5\n", numbers)).rejects.toThrow(
    /^tags\.csv line 2.*"x5".*movies\.csv.*; mend it/,
  );
});
