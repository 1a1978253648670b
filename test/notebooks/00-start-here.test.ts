import { expect, test } from "vitest";
import { executeNotebook } from "../../scripts/lib/execute-notebook.mjs";
import { recordsOf } from "./records.js";

test("fans of Star Wars are sent to its sequels first", () => {
  const { recommended } = recordsOf("00-start-here");
  expect(recommended).toHaveLength(10);
  expect(recommended[0].title).toBe("Star Wars: Episode V - The Empire Strikes Back (1980)");
  expect(recommended[1].title).toBe("Star Wars: Episode VI - Return of the Jedi (1983)");
  expect(recommended[0].score).toBeGreaterThan(recommended[9].score);
});

test("another movie and another count give another list, of that length", async () => {
  const parameters = { movie: "Toy Story (1995)", count: "3" };
  const { records, error, seconds } = await executeNotebook("00-start-here", { parameters });
  expect(error).toBeUndefined();
  expect(records.recommended).toHaveLength(3);
  expect(records.recommended).not.toEqual(recordsOf("00-start-here").recommended.slice(0, 3));
  expect(seconds).toBeLessThan(40);
});

test("a movie that nobody knows is an error with near titles", async () => {
  const { error } = await executeNotebook("00-start-here", { parameters: { movie: "Starwars" } });
  expect(error).toMatch(/code cell 4 .*there is no movie "Starwars"; near titles are "/s);
});
