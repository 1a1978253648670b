import { expect, test } from "vitest";
import { naturalTitle } from "../../src/text/natural-title.js";

test.each([
  ["Matrix, The (1999)", "The Matrix (1999)"],
  ["Lord of the Rings: The Two Towers, The (2002)", "The Lord of the Rings: The Two Towers (2002)"],
  ["Atalante, L' (1934)", "L'Atalante (1934)"],
  ["Postman, The (Postino, Il) (1994)", "The Postman (Postino, Il) (1994)"],
  ["Good, the Bad and the Ugly, The (1966)", "The Good, the Bad and the Ugly (1966)"],
  ["Crouching Tiger, Hidden Dragon (2000)", "Crouching Tiger, Hidden Dragon (2000)"],
  ["Bug's Life, A", "A Bug's Life"],
])("the article of %s comes first", (title, expected) => expect(naturalTitle(title)).toBe(expected));
