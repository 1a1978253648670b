import { expect, test } from "vitest";
import { shareOf } from "../../src/settings/share-of.js";

test("shareOf rounds up, but not for what floating point adds", () => {
  expect(shareOf(100_836, 0.2)).toBe(20_168);
  expect(0.07 * 100).toBeGreaterThan(7);
  expect(shareOf(100, 0.07)).toBe(7);
  expect(shareOf(3, 0.1)).toBe(1);
});
