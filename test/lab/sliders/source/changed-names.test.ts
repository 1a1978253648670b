import { expect, test } from "vitest";
import { changedNames } from "../../../../lab/sliders/source/changed-names.js";

const cell = `const { minRatings, count: n, ...others } = parameters({
  minRatings: 50, // at least
  count: 10,
  movie: "Alien (1979)",
});
const twice = 2 * half();
function half() { return minRatings / 2; }
const unrelated = 1;`;

test("only comments and white space change nothing", () => {
  const other = cell.replace("// at least", "/* the fewest */").replace("2 * half", "2  *  half");
  expect(changedNames(cell, other)).toEqual(new Set());
  expect(changedNames("f(`a  b`)", "f(`a b`)")).toEqual(new Set());
  expect(changedNames("const a = `x  y`", "const a = `x y`")).toEqual(new Set(["a"]));
});

test("the text around a substitution counts", () => {
  const title = (text: string) => `const title = \`${text} $` + "{count}`;";
  expect(changedNames(title("best"), title("worst"))).toEqual(new Set(["title"]));
});

test("a parameter's literal changes its variable, the rest, and what the cell derives from it", () => {
  expect(changedNames(cell, cell.replace("50", "60"))).toEqual(
    new Set(["minRatings", "others", "half", "twice"]),
  );
  expect(changedNames(cell, cell.replace("10", "12"))).toEqual(new Set(["n", "others"]));
  expect(changedNames(cell, cell.replace("50", "50.0"))).toEqual(new Set());
});

test("parameters in one variable change it", () => {
  const one = "const settings = await parameters({ a: 1, b: true });";
  expect(changedNames(one, one.replace("true", "false"))).toEqual(new Set(["settings"]));
});

test("any other change changes all that the cell declares or declared", () => {
  expect(changedNames("const a = 1; let b;", "const a = 2; list.push(a);")).toEqual(
    new Set(["a", "b", "list"]),
  );
  expect(changedNames(cell, cell.replace("2 * half", "3 * half"))).toEqual(
    new Set(["minRatings", "n", "others", "twice", "half", "unrelated"]),
  );
});

test("a literal that becomes computed changes all", () => {
  expect(
    changedNames(
      "const { a, b } = parameters({ a: 1, b: 2 })",
      "const { a, b } = parameters({ a: 1 + 1, b: 2 })",
    ),
  ).toEqual(new Set(["a", "b"]));
});
