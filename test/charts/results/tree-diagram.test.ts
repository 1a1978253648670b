import { expect, test } from "vitest";
import { type DiagramNode, treeDiagram } from "../../../src/charts/results/tree-diagram.js";

const title = "A <b>tree</b>";
const tree: DiagramNode = {
  text: "mean > 3?",
  yes: { text: "spread > 1?", yes: { text: "+1\n2 rows" }, no: { text: "0" } },
  no: { text: "-1" },
};

test("leaves stand side by side, and each question over the middle of its branches", () => {
  const { annotations = [] } = treeDiagram(tree, { title }).layout;
  const places = annotations.map(({ text, x, y }) => ({ text, x, y }));
  expect(places).toEqual(
    expect.arrayContaining([
      { text: "mean &#62; 3?", x: 1.25, y: 0 },
      { text: "spread &#62; 1?", x: 0.5, y: -1 },
      { text: "+1<br>2 rows", x: 0, y: -2 },
      { text: "0", x: 1, y: -2 },
      { text: "-1", x: 2, y: -1 },
    ]),
  );
});

test("a branch goes from each question to yes on the left and no on the right", () => {
  const { data, layout } = treeDiagram(tree, { title });
  expect(data[0]).toMatchObject({
    x: [1.25, 0.5, null, 1.25, 2, null, 0.5, 0, null, 0.5, 1, null],
    y: [0, -1, null, 0, -1, null, -1, -2, null, -1, -2, null],
  });
  const labels = (layout.annotations ?? []).filter(({ text }) => text === "yes" || text === "no");
  expect(labels.map(({ text, x }) => ({ text, x }))).toEqual([
    { text: "yes", x: 0.875 },
    { text: "no", x: 1.625 },
    { text: "yes", x: 0.25 },
    { text: "no", x: 0.75 },
  ]);
});

test("a leaf alone is one box", () => {
  const { data, layout } = treeDiagram({ text: "3.5" }, { title });
  expect(data[0]).toMatchObject({ x: [], y: [] });
  expect(layout.annotations).toHaveLength(1);
});

test("a question with one branch is an error that names it", () => {
  const half = { text: "mean > 3?", yes: { text: "1" } };
  expect(() => treeDiagram(half, { title })).toThrow('"mean > 3?" has only one branch');
});
