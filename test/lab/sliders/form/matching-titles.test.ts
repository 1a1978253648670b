import { expect, test } from "vitest";
import { matchingTitles } from "../../../../lab/sliders/form/matching-titles.js";

const titles = ["Hamlet (1996)", "Amélie (2001)", "The Amateur (1981)", "Ghamesh (1990)", "Alien (1979)"];

test("titles that begin with the text come first, then words, then the rest; accents do not count", () => {
  expect(matchingTitles("AME", titles)).toEqual(["Amélie (2001)", "Ghamesh (1990)"]);
  expect(matchingTitles("am", titles)).toEqual([
    "Amélie (2001)",
    "The Amateur (1981)",
    "Hamlet (1996)",
    "Ghamesh (1990)",
  ]);
});

test("similar titles follow", () => {
  expect(matchingTitles("Aliens (1979)", titles)).toEqual(["Alien (1979)"]);
  expect(matchingTitles("(.*", titles)).toEqual([]);
});

test("at most 20 are offered", () => {
  const many = Array.from({ length: 50 }, (_, index) => `Movie ${index}`);
  expect(matchingTitles("", many)).toEqual(many.slice(0, 20));
  expect(matchingTitles("mov", many)).toHaveLength(20);
});
