import { expect, test } from "vitest";
import { silhouetteLines } from "../../../src/charts/likeness/silhouette-lines.js";

const values = [
  { groups: 2, silhouette: 0.5651234 },
  { groups: 3, silhouette: Number.NaN },
];

test("silhouetteLines draws a line for each kind of vectors, on an axis to 1, with a gap for NaN", () => {
  const { data, layout } = silhouetteLines([
    { name: "<raw>", values },
    { name: "b", values: values.slice(0, 1) },
  ]);
  expect(data[0]).toMatchObject({ name: "&#60;raw&#62;", x: [2, 3], y: [0.5651, null] });
  expect(data).toHaveLength(2);
  expect(layout.yaxis?.range).toEqual([0, 1]);
  expect(layout.title?.text).toContain("&#60;raw&#62;");
  expect(layout.annotations?.map(({ y }) => y)).toEqual([0.5, 0.25]);
  expect([layout.xaxis?.title, layout.yaxis?.title]).toMatchObject([
    { text: "number of groups" },
    { text: "mean silhouette" },
  ]);
});

test("its axis goes down to −1 where a silhouette is negative", () => {
  const { layout } = silhouetteLines([{ name: "a", values: [{ groups: 2, silhouette: -0.1 }] }]);
  expect(layout.yaxis?.range).toEqual([-1, 1]);
});

test("it refuses nothing to draw", () => {
  expect(() => silhouetteLines([])).toThrow(
    "silhouetteLines has no silhouette to show; make two groups at least",
  );
  expect(() => silhouetteLines([{ name: "a", values: values.slice(1) }])).toThrow(RangeError);
});
