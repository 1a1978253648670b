import { expect, test } from "vitest";
import { mainTitle } from "../../src/text/main-title.js";

test.each([
  ["Seven (a.k.a. Se7en) (1995)", "Seven (1995)"],
  ["Men in Black II (a.k.a. MIIB) (a.k.a. MIB 2) (2002)", "Men in Black II (2002)"],
  ["Three Colors: White (Trois couleurs: Blanc) (1994)", "Three Colors: White (1994)"],
  ["(500) Days of Summer (2009)", "(500) Days of Summer (2009)"],
  ["Heat (1995)", "Heat (1995)"],
  ["Black Mirror", "Black Mirror"],
  ["Galaxy of Terror (Quest)", "Galaxy of Terror (Quest)"],
])("%s is called %s", (title, main) => {
  expect(mainTitle(title)).toBe(main);
});
