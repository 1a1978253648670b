import { expect, test } from "vitest";
import { seriesColor } from "../../../src/charts/parts/legend.js";
import { theme } from "../../../src/charts/parts/theme.js";
import { stackedBars } from "../../../src/charts/results/stacked-bars.js";

const words = { title: "Movies that <change>", measure: "movies", parts: ["EASE", "the <b>factors</b>"] };
const bars = [
  { name: "Heat (1995)", values: [1, 2] },
  { name: "Alien & more (1979)", values: [0, 4] },
];

function partsOf(figure: ReturnType<typeof stackedBars>) {
  return figure.data as unknown as { x: number[]; y: number[]; marker: { color: string } }[];
}

test("each part is a row of bars in its colour, the first bar on top", () => {
  const figure = stackedBars(bars, words);
  expect(partsOf(figure).map(({ x, y, marker }) => [x, y, marker.color])).toEqual([
    [[1, 0], [0, 1], seriesColor(0)],
    [[2, 4], [0, 1], seriesColor(1)],
  ]);
  expect(figure.layout.barmode).toBe("stack");
  expect(figure.layout.yaxis?.range).toEqual([1.5, -0.5]);
  expect(figure.layout.yaxis?.ticktext).toEqual(["Heat (1995)", "Alien &#38; more (1979)"]);
});

test("the subtitle names each part in its colour, in the theme's font", () => {
  const { layout } = stackedBars(bars, words);
  expect(layout.title?.text).toContain("Movies that &#60;change&#62;");
  for (const [place, name] of ["EASE", "the &#60;b&#62;factors&#60;/b&#62;"].entries())
    expect(layout.title?.text).toContain(`<span style="color: ${seriesColor(place)}">${name}</span>`);
  expect(layout.font).toEqual(theme.font);
});

test("whole numbers have a label at each step where there is room", () => {
  const tickOf = (values: number[]) =>
    stackedBars([{ name: "a", values }], { ...words, parts: ["x", "y"] }).layout.xaxis?.dtick;
  expect(tickOf([5, 7])).toBe(1);
  expect(tickOf([5, 8])).toBeUndefined();
  expect(tickOf([0.5, 1])).toBeUndefined();
});

test.each([
  [[], words, "stackedBars has no bar to show"],
  [bars, { ...words, parts: [] }, "stackedBars has 0 parts; give it one to 4"],
  [bars, { ...words, parts: ["a", "b", "c", "d", "e"] }, "stackedBars has 5 parts; give it one to 4"],
  [
    bars,
    { ...words, parts: ["one"] },
    'stackedBars: "Heat (1995)" has 2 values for 1 parts; give it one for each part',
  ],
  [
    [{ name: "Heat", values: [1, -2] }],
    words,
    'stackedBars: "Heat" has the value -2; give it numbers of at least 0',
  ],
  [
    [{ name: "Heat", values: [Number.NaN, 2] }],
    words,
    'stackedBars: "Heat" has the value NaN; give it numbers of at least 0',
  ],
])("%j with %j is an error", (wrong, options, message) => {
  expect(() => stackedBars(wrong, options)).toThrow(new RangeError(message));
});
