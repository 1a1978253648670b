import { describe, expect, test } from "vitest";
import { badField, readFields } from "../../../src/datasets/records/read-fields.js";
import { RecordReader } from "../../../src/datasets/records/record-reader.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

/** What a function makes of each record of a text. */
async function eachRecord<T>(text: string, read: (reader: RecordReader) => T): Promise<T[]> {
  const reader = new RecordReader(textSource("tags.csv", text), { separator: ",", quotes: true });
  reader.columnNames = ["userId", "tag"];
  const results: T[] = [];
  await reader.read(() => results.push(read(reader)));
  return results;
}

const fieldsOf = (text: string) => eachRecord(text, (reader) => readFields(reader, "tags.csv", 2));

describe("readFields", () => {
  test("gives the texts of a record as they are written", async () => {
    expect(await fieldsOf('1, fun \n"2","so ""good"", really"\n3,\n')).toEqual([
      ["1", " fun "],
      ["2", 'so "good", really'],
      ["3", ""],
    ]);
  });

  test("refuses a record of another number of fields, with its line", async () => {
    await expect(fieldsOf("1,fun\n2,sad,3\n")).rejects.toThrow(
      'tags.csv line 2: "2,sad,3" has 3 fields instead of 2; correct the row',
    );
    await expect(fieldsOf("1\n")).rejects.toThrow('line 1: "1" has 1 fields instead of 2; correct the row');
  });

  test("says of a last line without an end that the file may be cut short", async () => {
    await expect(fieldsOf("1,fun\n2")).rejects.toThrow(
      '"2" has 1 fields instead of 2; the file ends within this line and may be cut short: correct the row',
    );
  });

  test("refuses a control character, with its column", async () => {
    await expect(fieldsOf('1,"two\nlines"\n')).rejects.toThrow(
      'tags.csv line 1, column "tag": "two\\nlines" contains a line break or an invisible character; correct the row',
    );
  });
});

test("badField names place and value, and the position of a column without a name", async () => {
  const [error] = await eachRecord("7,x,y\n", (reader) => [
    badField(reader, "tags.csv", { field: 0, reason: "is odd" }).message,
    badField(reader, "tags.csv", { field: 2, reason: "is odd", cure: "leave it out" }).message,
  ]);
  expect(error).toEqual([
    'tags.csv line 1, column "userId": "7" is odd; correct the row',
    'tags.csv line 1, column 2: "y" is odd; leave it out',
  ]);
});
