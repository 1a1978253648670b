import { expect, test } from "vitest";
import { palette } from "../../../src/charts/parts/theme.js";
import { tradeOff } from "../../../src/charts/results/trade-off.js";

const words = { title: "Two <things>", x: "novelty (bits)", y: "precision" };

function parts(dots: Parameters<typeof tradeOff>[0]) {
  const { data, layout } = tradeOff(dots, words);
  const trace = data[0] as { x: number[]; y: number[]; text: string[]; marker: { color: string[] } };
  return { ...trace, title: (layout.title as { text: string }).text };
}

test("tradeOff puts each model at its place with its name, and marks the Pareto-optimal ones", () => {
  const { x, y, text, marker, title } = parts([
    { title: "<b>votes</b>", x: 1, y: 0.1 },
    { title: "novel", x: 5, y: 0.01 },
    { title: "good", x: 3, y: 0.312345 },
    { title: "good, less novel", x: 2, y: 0.312345 },
  ]);
  expect([x, y]).toEqual([
    [1, 5, 3, 2],
    [0.1, 0.01, 0.3123, 0.3123],
  ]);
  expect(text.slice(0, 3)).toEqual(["&#60;b&#62;votes&#60;/b&#62;", "novel", "good"]);
  expect(marker.color).toEqual([palette.grey, palette.blue, palette.blue, palette.grey]);
  expect(title).toContain("Two &#60;things&#62;");
  expect(title).not.toContain("left out");
});

test("of two dots at one place neither dominates the other", () => {
  const twins = ["a", "b"].map((name) => ({ title: name, x: 1, y: 1 }));
  expect(parts(twins).marker.color).toEqual([palette.blue, palette.blue]);
});

test("a dot without both values is left out and counted; no dots are refused", () => {
  const silent = { title: "silent", x: Number.NaN, y: 1 };
  const { x, title } = parts([{ title: "a", x: 1, y: 1 }, silent]);
  expect(x).toEqual([1]);
  expect(title).toContain("1 without both values left out");
  expect(() => tradeOff([silent], words)).toThrow("tradeOff has no dot with two values to show");
});
