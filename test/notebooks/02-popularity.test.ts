import { expect, test } from "vitest";
import { notebook } from "./notebook.js";

const { recorded, errorOf } = notebook("02-popularity");

/** TUTORIALS C2 to C4: the tutorial's numbers on ml-latest-small, recomputed from the data. */
const records = recorded();

test("most votes are those of the tutorial's second step", () => {
  expect(records["most votes"]).toHaveLength(10);
  expect(records["most votes"].slice(0, 5)).toEqual([
    { title: "Forrest Gump (1994)", votes: 329 },
    { title: "Shawshank Redemption, The (1994)", votes: 317 },
    { title: "Pulp Fiction (1994)", votes: 307 },
    { title: "Silence of the Lambs, The (1991)", votes: 279 },
    { title: "Matrix, The (1999)", votes: 278 },
  ]);
});

test("means are those of its third step", () => {
  const printed = [3.92093, 3.431818, 3.259615, 2.357143, 3.071429];
  for (const [index, mean] of printed.entries())
    expect(records["means of movies 1 to 5"][index]).toBeCloseTo(mean, 6);
  expect(records["perfect movies"]).toBe(296);
  expect(records["perfect movies with one vote"]).toBe(289);
});

test("with fifty votes the list is that of its fourth step", () => {
  expect(records["movies with enough votes"]).toBe(450);
  const shown = (rows: { title: string; votes: number; mean: number }[]) =>
    rows.map(({ title, votes, mean }) => `${title.slice(0, 14)} ${votes} ${mean.toFixed(6)}`);
  expect(shown(records.best.slice(0, 5))).toEqual([
    "Shawshank Rede 317 4.429022",
    "Godfather, The 192 4.289063",
    "Fight Club (19 218 4.272936",
    "Cool Hand Luke 57 4.271930",
    "Dr. Strangelov 97 4.268041",
  ]);
  expect(shown(records.worst.slice(0, 3))).toEqual([
    "Wild Wild West 53 2.207547",
    "Coneheads (199 63 2.420635",
    "City Slickers  55 2.645455",
  ]);
});

test("the damped mean is worked out by hand for the first movie", () => {
  const [{ title, votes, score }] = records["best damped"];
  expect([title, votes]).toEqual(["Shawshank Redemption, The (1994)", 317]);
  expect(score).toBeCloseTo((1404 + 5 * 3.501556983616962) / (317 + 5), 9);
});

test.each([
  [{ minRatings: "1000000" }, "minRatings is 1000000, but no movie has more than 329 votes"],
  [{ count: "0" }, 'parameter "count" is 0, but it takes a number of at least 1'],
])("%j is an error that names the parameter", async (parameters, message) => {
  expect(await errorOf(parameters)).toContain(message);
});
