import { expect, test } from "vitest";
import { resolvePath } from "../../src/web/resolve-path.js";

test.each([
  ["notebooks", "mine.csv", "notebooks/mine.csv"],
  ["notebooks", "./mine.csv", "notebooks/mine.csv"],
  ["notebooks", "../data/a b.csv", "data/a b.csv"],
  ["notebooks", "/data/mine.csv", "data/mine.csv"],
  ["notebooks", "..\\data\\mine.csv", "data/mine.csv"],
  ["notebooks/deep", "../../../mine.csv", "mine.csv"],
  ["", "mine.csv", "mine.csv"],
  ["notebooks", ".", "notebooks"],
])("in the folder %j, %j is %j", (folder, path, resolved) => {
  expect(resolvePath(folder, path)).toBe(resolved);
});
