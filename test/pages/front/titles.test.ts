import { expect, test } from "vitest";
import { shortTitle } from "../../../pages/front/short-title.js";

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
