import { expect, test } from "vitest";
import { formatDuration } from "../../../src/notebook/tables/format-duration.js";

test.each([
  [0, "0.0 s"],
  [9.94, "9.9 s"],
  [9.96, "10 s"],
  [59.4, "59 s"],
  [59.6, "1 min 00 s"],
  [65, "1 min 05 s"],
  [3599.6, "1 h 00 min"],
  [7384, "2 h 03 min"],
])("%d seconds are read as %s", (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
