import { expect, test } from "vitest";
import { palette } from "../../../src/charts/parts/theme.js";
import { rankChanges } from "../../../src/charts/results/rank-changes.js";

const columns = [
  { value: 0, titles: ["Heat", "Casino", "Ronin"] },
  { value: 5, titles: ["Casino", "Seven", "Fargo"] },
  { value: 50, titles: ["Casino", "Heat", "Fargo"] },
];
const { data, layout } = rankChanges({ title: "Best", setting: "damping (ratings)", columns });

test("rankChanges draws a line for each title through its ranks, broken where it is in no list", () => {
  const lines = new Map(data.map((line) => [(line as { name?: string }).name, (line as { y: unknown }).y]));
  expect(lines.get("Heat")).toEqual([1, null, 2]);
  expect(lines.get("Casino")).toEqual([2, 1, 1]);
  expect(lines.get("Ronin")).toEqual([3, null, null]);
});

test("rankChanges colours a line by where it ends", () => {
  const colors = new Map(
    data.map((line) => [
      (line as { name?: string }).name,
      (line as { line?: { color: string } }).line?.color,
    ]),
  );
  expect(colors.get("Casino")).toBe(palette.blue);
  expect(colors.get("Fargo")).toBe(palette.blue);
  expect(colors.get("Heat")).toBe(palette.orange);
  expect(colors.get("Ronin")).toBe(palette.orange);
  const still = [{ value: 0, titles: ["Heat"] }, columns[0]!].map((list) => ({ ...list, titles: ["Heat"] }));
  const [line] = rankChanges({ title: "", setting: "", columns: still }).data;
  expect((line as { line: { color: string } }).line.color).toBe(palette.grey);
});

test("rankChanges draws only titles that it names, and counts the others", () => {
  const names = data.map(({ name }) => name).filter(Boolean);
  expect(names.sort()).toEqual(["Casino", "Fargo", "Heat", "Ronin"]);
  expect(layout.title?.text).toContain("; 1 title between not shown");
  const [first, , last] = columns;
  const without = rankChanges({ title: "Best", setting: "damping", columns: [first!, last!] });
  expect(without.layout.title?.text).not.toContain("not shown");
});

test("rankChanges names the first list at the left and the last at the right", () => {
  expect(layout.yaxis?.ticktext).toEqual(["1 Heat", "2 Casino", "3 Ronin"]);
  expect(layout.yaxis2?.ticktext).toEqual(["1 Casino", "2 Heat", "3 Fargo"]);
});

test("rankChanges writes a long title on two lines", () => {
  const long = "Three Billboards Outside Ebbing, Missouri (2017)";
  const { layout } = rankChanges({
    title: "Best",
    setting: "damping",
    columns: [
      { value: 0, titles: [long] },
      { value: 5, titles: [long] },
    ],
  });
  expect(layout.yaxis?.ticktext).toEqual(["1 Three Billboards Outside<br>Ebbing, Missouri (2017)"]);
});

test("rankChanges rejects a single list, and a list without titles", () => {
  const [list] = columns;
  expect(() => rankChanges({ title: "", setting: "", columns: [list!] })).toThrow("give it at least two");
  expect(() => rankChanges({ title: "", setting: "", columns: [list!, { value: 1, titles: [] }] })).toThrow(
    RangeError,
  );
});
