import { expect, test } from "vitest";
import { textSource } from "../../../src/datasets/records/text-source.js";

test("a text is a source of its bytes as UTF-8, with their number, and can be read again", async () => {
  const source = textSource("movies.csv", "Amélie 😀");
  expect(source.name).toBe("movies.csv");
  for (let time = 0; time < 2; time++) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of source.chunks()) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString("utf8")).toBe("Amélie 😀");
    expect(source.size).toBe(7 + 1 + 4);
  }
});

test("an empty text has no bytes", async () => {
  const source = textSource("x", "");
  expect(source.size).toBe(0);
  for await (const chunk of source.chunks()) expect(chunk).toHaveLength(0);
});
