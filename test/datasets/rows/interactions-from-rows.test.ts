import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textSource } from "../../../src/datasets/records/text-source.js";
import { interactionsFromRows } from "../../../src/datasets/rows/interactions-from-rows.js";
import { jsonLinesRows } from "../../../src/datasets/rows/json-lines-rows.js";
import { separatedRows } from "../../../src/datasets/rows/separated-rows.js";
import { Interactions } from "../../../src/ratings/interactions.js";

const DAY = 86_400;
const csv = (text: string) => separatedRows(textSource("log.csv", text));
const json = (rows: object[]) =>
  jsonLinesRows(textSource("log.jsonl", rows.map((row) => JSON.stringify(row)).join("\n")));

describe("interactionsFromRows", () => {
  test("sums repeats, weights events and halves old weights, as worked out by hand", async () => {
    const text = `userId,itemId,event,timestamp,count
ann,dune,view,${10 * DAY},1
bob,emma,view,0,1
ann,dune,buy,${8 * DAY},1
ann,emma,view,${6 * DAY},3
`;
    const options = { values: { view: 1, buy: 5 }, halfLife: 2, weight: "count" };
    const loaded = await interactionsFromRows(csv(text), options);
    // Ages of 0, 10, 2 and 4 days.
    expect([...loaded.values]).toEqual([1 + 5 / 2, 2 ** -5, 3 / 4]);
    expect([...(await interactionsFromRows(csv(text), {})).values]).toEqual([2, 1, 1]);
    expect(loaded.skipped).toBeUndefined();
  });

  test("gives what Interactions.from gives of the same rows, from CSV and from JSON lines", async () => {
    const row = fc.record({
      userId: fc.constantFrom("ann", "bob", "17"),
      itemId: fc.nat(3),
      weight: fc.nat(5),
      event: fc.constantFrom("view", "buy"),
      timestamp: fc.integer({ min: 0, max: 20 * DAY }),
    });
    const options = { values: { view: 1, buy: 5 }, halfLife: 7 };
    const columns = { ...options, weight: "weight", timestamp: "timestamp" };
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const wanted = [...Interactions.from(rows, options)];
        expect([...(await interactionsFromRows(json(rows), columns))]).toEqual(wanted);
        const lines = rows.map((each) => Object.values(each).join(";"));
        const text = [Object.keys(rows[0]!).join(";"), ...lines].join("\n");
        const fromCsv = await interactionsFromRows(csv(text), { ...columns, ids: "text" });
        expect([...fromCsv]).toEqual(wanted.map((each) => ({ ...each, itemId: String(each.itemId) })));
      }),
      { numRuns: 40 },
    );
  });

  const good = { userId: 1, itemId: 2 };
  test.each<[object, object, string]>([
    [
      { weight: -1 },
      { weight: "weight" },
      'line 2, column "weight": "-1" is negative; correct the row, or pass',
    ],
    [{ weight: "NaN" }, { weight: "weight" }, '"NaN" is not a finite number'],
    [
      { event: "like" },
      { values: { view: 1, buy: 5 } },
      'log.jsonl line 2, column "event": "like" is not among the values (view, buy); add it to them, or pass onBadRow: "skip"',
    ],
    [{ event: null }, { values: { view: 1 } }, 'column "event": the row has no value'],
    [{ timestamp: null }, { halfLife: 3 }, "the row has no timestamp, which halfLife needs"],
    [
      { timestamp: 881250949000 },
      { timestamp: "timestamp" },
      "divide milliseconds by 1000, or pass onBadRow",
    ],
    [{ itemId: "" }, {}, '"" is neither a whole number nor a text'],
    [{ itemId: "x" }, { ids: "number" }, '"x" is not a whole number'],
  ])("%j with %j is a bad row with its line, or is left out", async (changed, options, message) => {
    const first = { ...good, weight: 1, event: "view", timestamp: 5 };
    const rows = [first, { ...first, ...changed }];
    await expect(interactionsFromRows(json(rows), options)).rejects.toThrow(message);
    const kept = await interactionsFromRows(json(rows), { ...options, onBadRow: "skip" });
    expect([kept.count, kept.skipped?.count]).toEqual([1, 1]);
    expect(kept.skipped?.reasons[0]?.first).toContain(message);
  });

  test.each<[object, string]>([
    [{ values: { buy: -5 } }, 'values: the value -5 of "buy" is not a number of at least 0'],
    [{ halfLife: 0 }, "halfLife: 0 is not a number above 0"],
    [{ ids: "texts" }, 'ids: "texts" is none of "text", "number"'],
    [{ event: "action" }, "event: action counts nothing; pass values, such as { view: 1, buy: 5 }"],
    [{ onBadRow: "keep" }, 'onBadRow: "keep" is none of "throw", "skip"'],
    [{ userId: -1 }, "userId: -1 is neither a column's name nor its position"],
  ])("%j are refused before the file is read", async (options, message) => {
    const unread = { name: "log.csv", chunks: () => expect.fail("the file was read") };
    const refused = interactionsFromRows(separatedRows(unread), options);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toBeInstanceOf(RangeError);
  });

  test("an empty file, one with a header alone, and no row that can be read are errors", async () => {
    const message = "log.csv: there are no interactions in the file; give a file with interactions";
    for (const text of ["", "userId,itemId\n"]) {
      await expect(interactionsFromRows(csv(text), {})).rejects.toThrow(message);
    }
    await expect(interactionsFromRows(json([]), {})).rejects.toThrow("there are no interactions");
    await expect(interactionsFromRows(csv("userId,itemId\n1\n"), { onBadRow: "skip" })).rejects.toThrow(
      "log.csv: no row of 1 can be read (log.csv line 2: ",
    );
  });
});
