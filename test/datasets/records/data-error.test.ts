import { expect, test } from "vitest";
import { DataError } from "../../../src/datasets/records/data-error.js";

const what = { reason: "is not a number", cure: "write a number" };

test("a DataError says source, line, column, value, reason and cure", () => {
  const error = new DataError({ source: "a.csv", line: 17, column: "rating" }, { ...what, value: 'fi"ve' });
  expect(error.message).toBe('a.csv line 17, column "rating": "fi\\"ve" is not a number; write a number');
  expect(error).toMatchObject({ name: "DataError", source: "a.csv", line: 17, column: "rating" });
  expect(error.reason).toBe("is not a number");
});

test("a DataError leaves out what is not known, but says column 0 and an empty value", () => {
  expect(new DataError({ source: "a.csv" }, what).message).toBe("a.csv: is not a number; write a number");
  expect(new DataError({ source: "a", line: 1, column: 0 }, { ...what, value: "" }).message).toMatch(
    /^a line 1, column 0: "" is/,
  );
});

test("a DataError shortens a long value to 80 characters", () => {
  const { message } = new DataError({ source: "a" }, { ...what, value: "x".repeat(81) });
  expect(message).toContain(`"${"x".repeat(79)}…"`);
});

test("a DataError has no fields for what is not known, which would be printed as undefined", () => {
  expect(Object.keys(new DataError({ source: "a.csv" }, what)).sort()).toEqual(["name", "reason", "source"]);
  expect(Object.keys(new DataError({ source: "a.csv", line: 1, column: 0 }, what))).toContain("column");
});
