import { expect, test } from "vitest";
import { libraryFile } from "../../src/node/library-file.js";

test("sources have no built file", () => {
  expect(libraryFile()).toBeUndefined();
});
