import { expect, test } from "vitest";
import { countText } from "../../src/text/count-text.js";

test("countText writes the plural of all counts but 1, and thousands with a comma", () => {
  expect(countText(0, "movie")).toBe("0 movies");
  expect(countText(1, "movie")).toBe("1 movie");
  expect(countText(999, "movie")).toBe("999 movies");
  expect(countText(1000, "movie")).toBe("1,000 movies");
  expect(countText(9724, "movie")).toBe("9,724 movies");
});
