import { expect, test } from "vitest";
import { notebook } from "./notebook.js";

const { recorded, run, errorOf } = notebook("00-start-here");

test("fans of Star Wars are sent to its sequels first", () => {
  const { recommended } = recorded();
  expect(recommended).toHaveLength(10);
  expect(recommended[0].title).toBe("Star Wars: Episode V - The Empire Strikes Back (1980)");
  expect(recommended[1].title).toBe("Star Wars: Episode VI - Return of the Jedi (1983)");
  expect(recommended[0].score).toBeGreaterThan(recommended[9].score);
});

test("another movie and another count give another list, of that length", async () => {
  const parameters = { movie: "Toy Story (1995)", count: "3" };
  const records = await run(parameters);
  expect(records.recommended).toHaveLength(3);
  expect(records.recommended).not.toEqual(recorded().recommended.slice(0, 3));
});

test("a movie that nobody knows is an error with near titles", async () => {
  const error = await errorOf({ movie: "Starwars" });
  expect(error).toMatch(/code cell 4 .*there is no movie "Starwars"; similar titles are "/s);
});
