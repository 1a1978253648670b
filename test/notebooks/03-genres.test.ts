import { expect, test } from "vitest";
import { notebook } from "./notebook.js";

const { recorded, run } = notebook("03-genres");

/** TUTORIALS C5: the tutorial's numbers on ml-latest-small, recomputed from the data. */
const records = recorded();

test("the movies with Jumanji's genres, enough votes and not watched are the tutorial's two", () => {
  expect(records["same genres"]).toEqual([
    {
      title: "Harry Potter and the Sorcerer's Stone (a.k.a. Harry Potter and the Philosopher's Stone) (2001)",
      votes: 107,
      mean: expect.closeTo(3.761682, 6),
    },
    {
      title: "Chronicles of Narnia: The Lion, the Witch and the Wardrobe, The (2005)",
      votes: 62,
      mean: expect.closeTo(3.443548, 6),
    },
  ]);
});

test("genre texts are counted as they stand in the file", () => {
  expect(records["genre texts"]).toEqual({ movies: 9742, "genre texts": 951, "texts of one movie": 462 });
});

test("movies with the same genres tie at 1, and at one score for a person", () => {
  expect(records["similar by genre"]).toHaveLength(10);
  for (const { similarity } of records["similar by genre"]) expect(similarity).toBeCloseTo(1, 12);
  const titles = records["similar by genre"].map(({ title }: { title: string }) => title);
  expect(records["for these ratings"].map(({ title }: { title: string }) => title)).toEqual(titles);
  // By scikit-learn's cosines, test/golden/tf-idf.json: 1 with Jumanji, 0.8136 with Toy Story, 0
  // with Get Shorty.
  const [mean, toyStory] = [10 / 3, 0.8135777407801439];
  const score = mean + (5 - mean + toyStory * (4 - mean)) / (1 + toyStory + 1);
  for (const row of records["for these ratings"]) expect(row.score).toBeCloseTo(score, 9);
});

test("movies without ratings are scored where they share a genre with one of the three", () => {
  expect(records.unrated).toEqual({ movies: 18, scored: 12 });
});

test("genre and votes together guess best", () => {
  const errors = records.errors.map(({ rmse }: { rmse: number }) => rmse);
  expect(errors).toEqual([...errors].sort((a, b) => b - a));
  expect(errors.at(-1)).toBeLessThan(errors[3] - 0.05);
});

test("the control, without genres, is nearer to the best than genre alone is", () => {
  const [genre, both] = records.errors.slice(-2).map(({ rmse }: { rmse: number }) => rmse);
  expect(records.control).toBeCloseTo(0.8649, 4);
  expect(genre - records.control).toBeGreaterThan(records.control - both);
});

test("another movie and other limits give its own twins, best known first", async () => {
  const parameters = { movie: "Star Wars (1977)", minRatings: "100", count: "3", watched: "1196,1" };
  const other = await run(parameters);
  // Without The Empire Strikes Back (1196), which has been watched.
  const twins = other["same genres"] as { title: string; votes: number }[];
  expect(twins[0]).toMatchObject({ title: "Star Wars: Episode VI - Return of the Jedi (1983)", votes: 196 });
  expect(twins.every(({ votes }) => votes >= 100)).toBe(true);
  expect(other["similar by genre"]).toHaveLength(3);
  expect(other["for these ratings"]).toHaveLength(3);
});
