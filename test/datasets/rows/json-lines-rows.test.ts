import fc from "fast-check";
import { expect, test } from "vitest";
import { textSource } from "../../../src/datasets/records/text-source.js";
import { jsonLinesRows } from "../../../src/datasets/rows/json-lines-rows.js";
import { readRows } from "./read-rows.js";

const columns = { userId: "user", itemId: "item", weight: "count" };
const read = (text: string, names: Parameters<typeof readRows>[1] = columns) =>
  readRows(jsonLinesRows(textSource("log.jsonl", text)), names);

test("has the values of the keys as JSON has them, with the line of each", async () => {
  const lines = [
    '\ufeff{"user":"ann",\t"item":17,"count":2.5,"note":{"a":[1]}}',
    "",
    ' { "item" : "a\\tb\\u00e9" , "user" : "1" , "count" : null } \r',
  ];
  const { rows, places, broken } = await read(lines.join("\n"));
  expect(broken).toEqual([]);
  expect(rows).toEqual([
    { userId: "ann", itemId: 17, weight: 2.5 },
    { userId: "1", itemId: "a\tb\u00e9", weight: undefined },
  ]);
  expect(places).toEqual(["log.jsonl:1", "log.jsonl:3"]);
});

test.each([
  ["half an object", '{"user": 1, "item"', "is not a JSON object; correct the row, or pass onBadRow"],
  ["a text", '"ann"', "is not a JSON object"],
  ["nothing", "null", "is not a JSON object"],
  ["a list", '[{"user": 1, "item": 2}]', "write an object on each line"],
])("%s is a broken row with its line", async (_, line, message) => {
  const { rows, broken } = await read(`{"user":1,"item":2,"count":1}\n${line}\n{"user":3,"item":4}\n`);
  expect(rows).toHaveLength(2);
  expect(broken).toEqual([expect.stringMatching(/^log\.jsonl line 2: /)]);
  expect(broken[0]).toContain(message);
});

test("a row without a key that it needs is broken, and lists its keys", async () => {
  const { rows, broken } = await read('{"user":1,"item":2,"count":1}\n{"users":1,"item":2}\n');
  expect(rows).toHaveLength(1);
  expect(broken).toEqual([
    'log.jsonl line 2, column "user": there is no such column; its columns are "users", "item"; say which is meant with userId: "users"',
  ]);
});

test("a key that no row has, a position, and one key for two are refused", async () => {
  await expect(read('{"user":1,"item":2,"counts":1}\n')).rejects.toThrow(
    'log.jsonl, column "count": no row has this key; correct its name, or leave it out',
  );
  await expect(read("{}", { userId: 0, itemId: 1 })).rejects.toThrow('give its name, as userId: "key"');
  await expect(read('{"user":1}', { userId: "user", itemId: "user" })).rejects.toThrow("already the column");
});

test("reads what JSON.stringify writes, whatever the texts", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ user: fc.string(), item: fc.double({ noNaN: true }) })),
      async (all) => {
        const text = all.map((each) => `${JSON.stringify(each)}\n`).join("");
        const { rows } = await read(text, { userId: "user", itemId: "item" });
        const wanted = JSON.parse(JSON.stringify(all)) as { user: string; item: number | null }[];
        expect(rows).toEqual(wanted.map(({ user, item }) => ({ userId: user, itemId: item ?? undefined })));
      },
    ),
    { numRuns: 50 },
  );
});
