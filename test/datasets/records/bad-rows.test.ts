import { expect, test } from "vitest";
import { BadRows } from "../../../src/datasets/records/bad-rows.js";
import { DataError } from "../../../src/datasets/records/data-error.js";

const bad = (line: number, reason: string) =>
  new DataError({ source: "a.csv", line }, { reason, cure: "none" });

test("BadRows throws the first error itself where rows may not be left out", () => {
  const error = bad(3, "is wrong");
  expect(() => new BadRows("throw").add(error)).toThrow(error);
});

test("BadRows counts what is left out by reason, and keeps the first message of each", () => {
  const rows = new BadRows("skip");
  expect(rows.report()).toBeUndefined();
  for (const [line, reason] of [
    [3, "is wrong"],
    [5, "is odd"],
    [8, "is wrong"],
  ] as const)
    rows.add(bad(line, reason));
  expect(rows.report()).toEqual({
    count: 3,
    reasons: [
      { reason: "is wrong", count: 2, first: bad(3, "is wrong").message },
      { reason: "is odd", count: 1, first: bad(5, "is odd").message },
    ],
  });
});

test("BadRows refuses another policy, with the value", () => {
  expect(() => new BadRows("ignore" as "skip")).toThrow(RangeError);
  expect(() => new BadRows("ignore" as "skip")).toThrow('onBadRow: "ignore"');
});
