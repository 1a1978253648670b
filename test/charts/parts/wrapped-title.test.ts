import { expect, test } from "vitest";
import { wrappedTitle } from "../../../src/charts/parts/wrapped-title.js";

test.each([
  ["Heat (1995)", "Heat (1995)"],
  ["Seven (a.k.a. Se7en) (1995)", "Seven (a.k.a. Se7en) (1995)"],
  ["Three Colors: White (Trois couleurs: Blanc) (1994)", "Three Colors: White (1994)"],
  [
    "Star Wars: Episode V - The Empire Strikes Back (1980)",
    "Star Wars: Episode V - The<br>Empire Strikes Back (1980)",
  ],
  [
    "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb (1964)",
    "Dr. Strangelove or: How I Learned<br>to Stop Worrying a… (1964)",
  ],
  [
    "Tom & Jerry: <A> Very Long Name of a Film (1990)",
    "Tom &#38; Jerry: &#60;A&#62; Very Long<br>Name of a Film (1990)",
  ],
])("%s is written as %s", (title, label) => {
  expect(wrappedTitle(title, 30)).toBe(label);
});

test("a title of one word is cut, not wrapped", () => {
  expect(wrappedTitle("x".repeat(40), 30)).toBe("x".repeat(40));
});
