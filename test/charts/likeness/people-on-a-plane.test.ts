import { expect, test } from "vitest";
import { type PersonOnAPlane, peopleOnAPlane } from "../../../src/charts/likeness/people-on-a-plane.js";

const ann: PersonOnAPlane = { name: "Ann", ratings: [4, 4.5] };
const ben: PersonOnAPlane = { name: "<b>Ben</b>", ratings: [5, 5] };
const cora: PersonOnAPlane = { name: "Cora", ratings: [1, 0.5] };

test("an arrow leads to each person, and a line from the first to each other carries the distance", () => {
  const { data, layout } = peopleOnAPlane([ann, ben, cora], { title: "Three", movies: ["A & B", "C"] });
  expect(data).toMatchObject([
    { x: [4, 5], y: [4.5, 5] },
    { x: [4, 1], y: [4.5, 0.5] },
  ]);
  const texts = layout.annotations?.map(({ text }) => text);
  expect(texts?.slice(3)).toEqual([
    "Ann (4, 4.5)",
    "&#60;b&#62;Ben&#60;/b&#62; (5, 5)",
    "Cora (1, 0.5)",
    "1.12",
    "5.00",
  ]);
  expect(layout.annotations?.[1]).toMatchObject({ x: 5, y: 5, ax: 0, ay: 0 });
  expect(layout.xaxis?.title).toMatchObject({ text: "stars for A &#38; B" });
});

test("lengths can be compared: both axes have one scale, which contains all users", () => {
  const { layout } = peopleOnAPlane([ann, ben], { title: "Two", max: 10 });
  expect(layout.yaxis?.scaleanchor).toBe("x");
  expect(layout.yaxis?.range).toEqual(layout.xaxis?.range);
  expect(layout.xaxis?.range?.[1]).toBeGreaterThan(10);
});

test("the distance is beside its line, away from the arrows", () => {
  const labelOf = (ratings: PersonOnAPlane["ratings"]) =>
    peopleOnAPlane([ann, { name: "Dan", ratings }], { title: "Two" }).layout.annotations?.at(-1);
  expect(labelOf([4, 1.5])).toMatchObject({ text: "3.00", x: 4, y: 3, xshift: 18 });
  expect(labelOf([1, 4.5])).toMatchObject({ text: "3.00", x: 2.5, y: 4.5, yshift: 18 });
  expect(labelOf([4, 4.5])).toMatchObject({ text: "0.00", x: 4, y: 4.5 });
});

test("one person alone is refused", () => {
  expect(() => peopleOnAPlane([ann], { title: "One" })).toThrow("at least two people, and got 1");
});
