import { expect, test } from "vitest";
import { parseRatings } from "../../../src/datasets/ratings/parse-ratings.js";
import { textSource } from "../../../src/datasets/records/text-source.js";
import { simulatedCsv } from "../../../src/ratings/simulation/simulated-csv.js";
import { simulatedRows } from "../../../src/ratings/simulation/simulated-rows.js";

const settings = { users: 300, items: 400, count: 9000, seed: 2 };

test("the text reads back as the rows it was made of", async () => {
  const pieces = [...simulatedCsv(settings)];
  expect(pieces.length).toBeGreaterThan(2);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
  const ratings = await parseRatings(textSource("simulated.csv", pieces.join("")), {
    separator: ",",
    quotes: true,
    header: true,
    columns: { userId: "userId", itemId: "movieId", rating: "rating", timestamp: "timestamp" },
  });
  expect([...ratings]).toEqual([...simulatedRows(settings)]);
});

test("stars are written with a decimal, as MovieLens writes them", () => {
  const [text] = simulatedCsv(settings);
  const lines = text!.split("\n").slice(1, 1000);
  expect(lines.filter((line) => !/^\d+,\d+,\d\.[05],\d+$/.test(line))).toEqual([]);
});

test("wrong settings are refused before the first piece is asked for", () => {
  expect(() => simulatedCsv({ ...settings, users: 0 })).toThrow("users: 0");
});
