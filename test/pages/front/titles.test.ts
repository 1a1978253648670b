import { expect, test } from "vitest";
import { naturalTitle } from "../../../pages/front/natural-title.js";
import { shortTitle } from "../../../pages/front/short-title.js";

test.each([
  ["Matrix, The (1999)", "The Matrix (1999)"],
  ["Lord of the Rings: The Two Towers, The (2002)", "The Lord of the Rings: The Two Towers (2002)"],
  ["Atalante, L' (1934)", "L'Atalante (1934)"],
  ["Postman, The (Postino, Il) (1994)", "The Postman (Postino, Il) (1994)"],
  ["Good, the Bad and the Ugly, The (1966)", "The Good, the Bad and the Ugly (1966)"],
  ["Crouching Tiger, Hidden Dragon (2000)", "Crouching Tiger, Hidden Dragon (2000)"],
  ["Bug's Life, A", "A Bug's Life"],
])("the article of %s comes first", (title, expected) => expect(naturalTitle(title)).toBe(expected));

test.each([
  ["Spirited Away (Sen to Chihiro no kamikakushi) (2001)", "Spirited Away (2001)"],
  ["Seven (a.k.a. Se7en) (Sieben) (1995)", "Seven (1995)"],
  ["Heat (1995)", "Heat (1995)"],
  ["(500) Days of Summer (2009)", "(500) Days of Summer (2009)"],
  ["M (1931)", "M (1931)"],
  ["Babylon 5", "Babylon 5"],
  ["(1999)", "(1999)"],
  ["", ""],
])("%s has no other names in short", (title, expected) => expect(shortTitle(title)).toBe(expected));
