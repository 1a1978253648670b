import { expect, test } from "vitest";
import { LineNumbers } from "../../../src/datasets/records/line-numbers.js";

test("LineNumbers knows the line of each row, with lines between that hold none", () => {
  const lines = new LineNumbers();
  lines.push(2);
  lines.push(3);
  lines.push(7, 3);
  lines.push(10);
  lines.push(15, 2);
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((row) => lines.lineOf(row))).toEqual([2, 3, 7, 8, 9, 10, 15, 16]);
});
