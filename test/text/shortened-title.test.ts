import { expect, test } from "vitest";
import { shortenedTitle } from "../../src/text/shortened-title.js";

test("a long title keeps its year", () => {
  expect(shortenedTitle("Three Billboards Outside Ebbing, Missouri (2017)", 30)).toBe(
    "Three Billboards Outsi… (2017)",
  );
  expect(shortenedTitle("Heat (1995)", 11)).toBe("Heat (1995)");
});

test("no emoji is cut in two, neither before the … nor after it", () => {
  for (const title of ["🎬".repeat(30), `x${"🎬".repeat(30)}y`]) {
    expect(shortenedTitle(title, 20)).not.toMatch(/\p{Surrogate}/u);
  }
  expect(shortenedTitle(`${"🎬".repeat(30)} (2001)`, 12)).toBe("🎬🎬🎬🎬… (2001)");
});
