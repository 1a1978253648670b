import { describe, expect, test } from "vitest";
import { type PairedDot, pairedDots } from "../../bench/leaderboard/paired-dots.js";
import { figureConformance } from "../charts/figure-conformance.js";

const words = { title: "Errors", metric: "RMSE", sides: ["theirs", "ours"] } as const;
const rows: PairedDot[] = [
  { name: "SVD", values: [0.934, 0.9344] },
  { name: "new", values: [Number.NaN, 0.9] },
  { name: "old", values: [0.95, Number.NaN] },
];

test("each side has a dot in the rows with its value, and a line joins both", () => {
  const { data, layout } = pairedDots(rows, words);
  const [lines, theirs, ours] = data as unknown as { x: (number | null)[]; y: (number | null)[] }[];
  expect(lines).toMatchObject({ x: [0.934, 0.9344, null], y: [0, 0, null] });
  expect(theirs).toMatchObject({ x: [0.934, 0.95], y: [0, 2] });
  expect(ours).toMatchObject({ x: [0.9344, 0.9], y: [0, 1] });
  expect(layout.yaxis?.ticktext).toEqual(["SVD", "new", "old"]);
});

test("the subtitle names what is left out", () => {
  expect(pairedDots(rows, { ...words, leftOut: "Random" }).layout.title?.text).toContain("; without Random");
  expect(pairedDots(rows, words).layout.title?.text).not.toContain("without");
});

test("rows without values are refused", () => {
  const nothing = [{ name: "x", values: [Number.NaN, Number.NaN] }] as const;
  expect(() => pairedDots(nothing, words)).toThrow("pairedDots has no row with a value to show");
});

describe("pairedDots as a figure", () =>
  figureConformance(() =>
    pairedDots([{ name: "<img>", values: [1, 2] }], {
      title: "<b>x</b>",
      metric: "<i>",
      sides: ["<u>", "ours"],
      leftOut: "<hr>",
    }),
  ));
