import { expect, test } from "vitest";
import { dependents } from "../../../../lab/sliders/source/dependents.js";

test("cells depend on a change directly, by other cells, and no longer than its name lives", () => {
  const cells = [
    "const best = rank(ratings, minRatings);",
    "show(ratings);",
    "function shown() { return best.slice(0, 10); }",
    "plot(shown());",
    "// minRatings and best",
    'show("minRatings");',
    "const best = [];",
    "show(best);",
    "show(minRatings);",
  ];
  expect(dependents(cells, ["minRatings"])).toEqual([
    true,
    false,
    true,
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
});

test("a cell that modifies a variable by the change passes it on", () => {
  const cells = ["fits.push(fit(factors));", "table.rows = fits;", "show(table);"];
  expect(dependents(cells, ["factors"])).toEqual([true, true, true]);
});

test("a cell whose own variable has the changed name does not depend on it", () => {
  expect(dependents(["rows.map(({ count }) => count)", "const count = 1; show(count);"], ["count"])).toEqual([
    false,
    false,
  ]);
});
