import { expect, test } from "vitest";
import { judgeList } from "../../../src/notebook/judging/judge-list.js";

const movies = { kind: "list", answer: ["Heat (1995)", "Matrix, The (1999)", "Fargo (1996)"] } as const;
const ranks = { kind: "list", ordered: true, answer: [3, 1, 0.63093] } as const;

test.each([
  [["Fargo (1996)", "Heat (1995)", "The Matrix (1999)"], movies],
  [new Set(["Fargo (1996)", "Heat (1995)", "Matrix, The (1999)"]), movies],
  [[3, 1, 0.6309], ranks],
  [[3, 1, 0.631], ranks],
  [Float64Array.of(3, 1, 0.631), ranks],
])("%o is right", (given, exercise) => {
  expect(judgeList(given, exercise)).toEqual({ right: true });
});

test.each([
  [
    ["Heat (1995)", "Seven (1995)"],
    movies,
    '1 of 2 items is right; not in the answer: "Seven (1995)"; 2 missing',
  ],
  [
    ["Heat (1995)", "Heat (1995)", "Fargo (1996)"],
    movies,
    '2 of 3 items are right; not in the answer: "Heat (1995)"; 1 missing',
  ],
  [[3, 1, 0.631, 4], ranks, "3 of 4 items are right; not in the answer: 4"],
  [[3, 0.631, 1], ranks, "the 3 items are right, but not their order, from number 2 on"],
  [["3"], ranks, '0 of 1 item are right; not in the answer: "3"; 3 missing'],
])("of %o it is said what is right", (given, exercise, said) => {
  expect(judgeList(given, exercise)).toEqual({ right: false, said });
});

test.each(["Heat (1995), Fargo (1996)", 3, { a: 1 }])("%o is no list", (given) => {
  expect(judgeList(given, movies)).toMatchObject({ right: false, formOnly: true });
});

test("a long list of wrong items is cut", () => {
  const given = Array.from({ length: 500 }, (_, index) => 1000 + index);
  expect(judgeList(given, ranks).said?.length).toBeLessThan(300);
});
