import { expect, test } from "vitest";
import { withMinutes, writeMinutes } from "../../scripts/minutes.mjs";

test("minutes replaces the last column of a notebook's row, and nothing else", () => {
  const readme =
    "5\n| [02-popularity](02-popularity.ipynb) | 10? | a, 5 | 15 |\n| [03-genres](x) | ? | b | 20 |\n";
  expect(withMinutes(readme, { "02-popularity": 25 })).toBe(readme.replace("| 15 |", "| 25 |"));
});

test("notebooks/README.md has the minutes that npm run minutes writes", () => {
  expect(writeMinutes({ check: true })).toBe(true);
});
