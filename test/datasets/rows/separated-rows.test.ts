import { expect, test } from "vitest";
import { textSource } from "../../../src/datasets/records/text-source.js";
import { separatedRows } from "../../../src/datasets/rows/separated-rows.js";
import { readRows } from "./read-rows.js";

const columns = { userId: "user", itemId: "item", weight: undefined };
const read = (text: string, options = {}, names: Parameters<typeof readRows>[1] = columns) =>
  readRows(separatedRows(textSource("a.csv", text), options), names);

test("has the values of the columns with the line of each, empty ones undefined", async () => {
  const { rows, places } = await read('item;note;user\n"0;306";x; 17 \n\n;;ann\n');
  expect(rows).toMatchObject([
    { userId: 17, itemId: "0;306", timestamp: undefined },
    { userId: "ann", itemId: undefined },
  ]);
  expect(places).toEqual(["a.csv:2", "a.csv:4"]);
});

test("positions mean that there is no header, unless it is said", async () => {
  const byPlace = { userId: 0, itemId: 1 };
  expect((await read("1,2\n3,4\n", {}, byPlace)).rows).toHaveLength(2);
  expect((await read("u,i\n3,4\n", { header: true }, byPlace)).rows).toMatchObject([
    { userId: 3, itemId: 4 },
  ]);
});

test("broken rows are given one by one, with what to do", async () => {
  const { rows, broken } = await read('user,item\n1\n1,"a"b\n2,3\n1,2,3');
  expect(rows).toMatchObject([{ userId: 2, itemId: 3 }]);
  expect(broken).toEqual([
    'a.csv line 2: "1" has 1 fields instead of 2; correct the row, or pass onBadRow: "skip"',
    expect.stringContaining("has text after its closing quote"),
    expect.stringContaining("the file ends within this line and may be cut short: correct the row"),
  ]);
});

test("a text in another encoding is a broken row, and latin1 can be asked for", async () => {
  const bytes = Uint8Array.from("user,item\n1,caf\xe9\n1,2\n", (letter) => letter.charCodeAt(0));
  const source = {
    name: "a.csv",
    async *chunks() {
      yield bytes;
    },
  };
  const { rows, broken } = await readRows(separatedRows(source), columns);
  expect([rows.length, broken]).toEqual([1, [expect.stringContaining('read it with encoding: "latin1"')]]);
  const latin = await readRows(separatedRows(source, { encoding: "latin1" }), columns);
  expect(latin.rows[0]).toMatchObject({ itemId: "café" });
});

test("refuses columns that are not there or cannot be", async () => {
  await expect(read("userid,item\n1,2\n")).rejects.toThrow(
    'a.csv line 1, column "user": there is no such column; its columns are "userid", "item"; say which is meant with userId: "userid"',
  );
  await expect(read("1,2\n", {}, { userId: -1 })).rejects.toThrow("userId: -1 is neither a column's name");
  await expect(read("user,item\n", { separator: "/" })).rejects.toThrow('separator: "/" is none of');
});
