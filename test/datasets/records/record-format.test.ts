import { expect, test } from "vitest";
import { checkedRecordFormat } from "../../../src/datasets/records/record-format.js";

test("gives back a format with a known separator and encoding", () => {
  for (const separator of [",", ";", "\t", "|", "::"] as const) {
    for (const encoding of [undefined, "utf-8", "latin1"] as const) {
      const format = { separator, quotes: true, ...(encoding && { encoding }), header: true };
      expect(checkedRecordFormat(format)).toBe(format);
    }
  }
});

test("refuses others, with what there is", () => {
  expect(() => checkedRecordFormat({ separator: " " as ",", quotes: true })).toThrow(
    new RangeError('separator: " " is none of ",", ";", "\\t", "|", "::"'),
  );
  expect(() => checkedRecordFormat({ separator: undefined as never, quotes: true })).toThrow(
    "separator: undefined is none of",
  );
  const format = { separator: ",", quotes: true, encoding: "UTF-8" as "utf-8" } as const;
  expect(() => checkedRecordFormat(format)).toThrow(
    new RangeError('encoding: "UTF-8" is none of "utf-8", "latin1"'),
  );
});
