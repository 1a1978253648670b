import { expect, test } from "vitest";
import { checkShare } from "../../src/evaluation/split.js";

test.each([0, 1, -0.5, Number.NaN])("the share %d is an error", (share) => {
  expect(() => checkShare(share)).toThrow("is not between 0 and 1; give a share such as 0.2");
  expect(checkShare(0.2)).toBe(0.2);
});
