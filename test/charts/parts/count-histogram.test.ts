import { expect, test } from "vitest";
import { countHistogram } from "../../../src/charts/parts/count-histogram.js";

const text = { title: "Counts", one: "user", x: "ratings", y: "users" };
const barsOf = (counts: readonly number[]) => {
  const { data, layout } = countHistogram(Int32Array.from(counts), text);
  const [{ x, y }] = data as [{ x: string[]; y: number[] }];
  return { x, y, title: layout.title?.text };
};

test("bins double in width, from the smallest count to the largest", () => {
  expect(barsOf([1, 2, 3, 4, 7, 8, 16])).toMatchObject({
    x: ["1", "2 to<br>3", "4 to<br>7", "8 to<br>15", "16"],
    y: [1, 2, 2, 1, 1],
  });
  expect(barsOf([5, 20])).toMatchObject({ x: ["5 to<br>7", "8 to<br>15", "16 to<br>20"], y: [1, 0, 1] });
});

test("the subtitle has the number of users, the range and the median", () => {
  expect(barsOf([9, 1, 4]).title).toContain("3 users: at least 1, at most 9, median 4;");
  expect(barsOf([1200, 1, 4, 5]).title).toContain("4 users: at least 1, at most 1,200, median 4.5;");
  expect(barsOf([2]).title).toContain("1 user: at least 2, at most 2, median 2;");
});
