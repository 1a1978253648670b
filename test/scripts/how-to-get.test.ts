import { expect, test } from "vitest";
import { howToGet } from "../../scripts/lib/how-to-get.mjs";

test("data sets and engines have a command each", () => {
  expect(howToGet("ml-100k")).toBe("npm run data -- ml-100k");
  expect(howToGet("duckdb")).toBe("npm run duckdb");
  expect(howToGet("spark")).toBe("npm run spark -- install --server");
});
