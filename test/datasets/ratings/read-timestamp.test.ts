import { expect, test } from "vitest";
import { readTimestamp, type Timestamp } from "../../../src/datasets/ratings/read-timestamp.js";
import { RecordReader } from "../../../src/datasets/records/record-reader.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

/** What a field of a text with one row is read as. */
async function timeOf(field: string): Promise<Timestamp> {
  const reader = new RecordReader(textSource("a.csv", `x,${field}\n`), { separator: ",", quotes: true });
  let time: Timestamp | undefined;
  await reader.read(() => {
    time = readTimestamp(reader, 1);
  });
  return time!;
}

test.each([
  ["0", 0],
  ["881250949.5", 881250949.5],
  ["1970-01-02", 86_400],
  ["1970-01-01T00:01:00+00:01", 0],
  ["-62167219200", -62_167_219_200],
  ["0000-01-01", -62_167_219_200],
  ["253402300799", 253_402_300_799],
  ["9999-12-31T23:59:59", 253_402_300_799],
])("readTimestamp reads %s as %d seconds", async (field, seconds) => {
  expect(await timeOf(field)).toEqual({ seconds });
});

test.each(["yesterday", "1970-02-30", "NaN", "12/04/1997"])("readTimestamp refuses %s", async (field) => {
  expect(await timeOf(field)).toEqual({ reason: expect.stringContaining("1997-12-04T15:55:49") });
});

test.each(["253402300800", "-62167219201", "881250949000"])(
  "readTimestamp takes %s for milliseconds",
  async (field) => {
    expect(await timeOf(field)).toEqual({
      reason: expect.any(String),
      cure: expect.stringContaining("1000"),
    });
  },
);
